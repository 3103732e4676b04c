/* The timeline without waiting. Without this file all of it are plain links and a form. */

import * as chart from "./timeline/chart.js";
import * as gestures from "./timeline/gestures.js";
import * as strip from "./timeline/strip.js";
import { follow, whenSettled } from "./timeline/swap.js";

chart.listen();
gestures.listen();
strip.listen();
follow();
whenSettled(() => {
  chart.settle();
  strip.equip();
  gestures.measure();
});
document.querySelector(".mark[aria-current] .hit")?.scrollIntoView({ block: "nearest", inline: "center" });
