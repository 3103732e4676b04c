/* The timeline without waiting. Without this file all of it are plain links and a form. */

import * as actors from "./timeline/actors.js";
import * as axis from "./timeline/axis.js";
import * as chart from "./timeline/chart.js";
import * as gestures from "./timeline/gestures.js";
import * as share from "./timeline/share.js";
import * as strip from "./timeline/strip.js";
import { follow, whenPlaced, whenSettled } from "./timeline/swap.js";

share.listen();
actors.listen();
chart.listen();
gestures.listen();
strip.listen();
follow();
for (const settle of [actors.equip, share.equip, chart.settle, strip.equip]) whenSettled(settle);
whenPlaced(gestures.measure);
whenPlaced(axis.replaced);
document.querySelector(".mark[aria-current] .hit")?.scrollIntoView({ block: "nearest", inline: "center" });
