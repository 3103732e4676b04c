/* The overview: its window is dragged by its edges or as a whole, a new one is drawn beside it. The
   chart above moves along. By keys each edge is a slider of months. */

import { ordinal, within } from "./axis.js";
import { preshow, release } from "./gestures.js";
import { go } from "./swap.js";

const GRIP = 14;
let drag = null;
/* When a drag ended: the click that follows it over a bar must not follow the bar's link. */
let brushed = -Infinity;

const months = (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
const edtf = (month) => `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
const isRtl = (overview) => overview.dataset.axis === "rtl";

function share(overview, x) {
  const box = overview.getBoundingClientRect();
  const part = Math.min(1, Math.max(0, (x - box.left) / box.width));
  return isRtl(overview) ? 1 - part : part;
}

/** Where the window begins and ends, 0 to 1 along time. */
function edges(overview) {
  const [left, width] = ["x", "width"].map((name) => parseFloat(overview.querySelector(".window").getAttribute(name)) / 100);
  return isRtl(overview) ? [1 - left - width, 1 - left] : [left, left + width];
}

function draw(overview, [a, b]) {
  const left = isRtl(overview) ? 1 - b : a;
  const window_ = overview.querySelector(".window");
  window_.setAttribute("x", `${100 * left}%`);
  window_.setAttribute("width", `${100 * (b - a)}%`);
  const [from, to] = isRtl(overview) ? [left + b - a, left] : [left, left + b - a];
  for (const grip of overview.querySelectorAll(".grip")) grip.parentNode.setAttribute("x", `${100 * (grip.dataset.edge === "from" ? from : to)}%`);
}

/** First and last month of a stretch of the overview. */
function chosen(overview, [a, b]) {
  const first = months(overview.dataset.first);
  const total = months(overview.dataset.last) + 1 - first;
  const from = first + Math.min(total - 1, Math.round(a * total));
  return { from, to: Math.max(from, first + Math.round(b * total) - 1), all: [first, first + total - 1] };
}

function address(overview, stretch) {
  const { from, to, all } = chosen(overview, stretch);
  return within(from === all[0] && to === all[1] ? null : { from: edtf(from), to: edtf(to) });
}

function onDown(event) {
  const overview = event.target.closest?.("#timeline .overview");
  if (!overview || event.button !== 0) return;
  const now = edges(overview);
  const at = share(overview, event.clientX);
  const grip = GRIP / overview.getBoundingClientRect().width;
  const apart = now.map((edge) => Math.abs(edge - at));
  const near = Math.min(...apart) < grip ? apart.indexOf(Math.min(...apart)) : -1;
  const whole = now[1] - now[0] > 0.999;
  const mode = near >= 0 ? "edge" : !whole && at > now[0] && at < now[1] ? "pan" : "brush";
  drag = { overview, edges: now, at, near, mode, x: event.clientX, id: event.pointerId, moved: false };
}

function onMove(event) {
  if (!drag || (!drag.moved && Math.abs(event.clientX - drag.x) < 5)) return;
  const { overview } = drag;
  if (!drag.moved) {
    drag.moved = true;
    overview.setPointerCapture?.(drag.id);
    overview.dataset.drag = drag.mode;
  }
  const at = share(overview, event.clientX);
  let [a, b] = drag.edges;
  if (drag.mode === "edge") [a, b] = drag.near === 0 ? [at, b] : [a, at];
  else if (drag.mode === "brush") [a, b] = [drag.at, at];
  else {
    const by = Math.min(1 - b, Math.max(-a, at - drag.at));
    [a, b] = [a + by, b + by];
  }
  drag.stretch = a < b ? [a, b] : [b, a];
  draw(overview, drag.stretch);
  const { from, to } = chosen(overview, drag.stretch);
  preshow(ordinal(`${edtf(from)}-01`), ordinal(`${edtf(to)}-28`) + 3);
}

async function onUp(event) {
  const done = drag;
  drag = null;
  if (!done?.moved) return;
  delete done.overview.dataset.drag;
  brushed = event.timeStamp;
  await go(address(done.overview, done.stretch));
  release();
}

/* ---- the edges by keys -------------------------------------------------------------------------- */

const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 1, ArrowDown: -1, PageUp: 12, PageDown: -12 };

function onKey(event) {
  const handle = event.target.closest?.(".overview [role='slider']");
  if (!handle || !(event.key in STEPS) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  const overview = handle.closest(".overview");
  const { from, to, all } = chosen(overview, edges(overview));
  const sideways = event.key === "ArrowLeft" || event.key === "ArrowRight";
  const by = STEPS[event.key] * (sideways && isRtl(overview) ? -1 : 1);
  const total = all[1] - all[0] + 1;
  const moved = handle.dataset.edge === "from" ? [Math.min(to, Math.max(all[0], from + by)), to] : [from, Math.max(from, Math.min(all[1], to + by))];
  go(address(overview, [(moved[0] - all[0]) / total, (moved[1] + 1 - all[0]) / total]), { focus: handle.id });
}

export function listen() {
  document.addEventListener("pointerdown", onDown);
  document.addEventListener("pointermove", onMove);
  document.addEventListener("pointerup", onUp);
  document.addEventListener("pointercancel", onUp);
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", (event) => event.timeStamp - brushed < 60 && event.preventDefault(), true);
}

/** The edges can be dragged, and by keys they are sliders; without this script neither is promised. */
export function equip(root) {
  for (const grip of root.querySelectorAll(".overview .grip")) {
    grip.setAttribute("role", "slider");
    grip.setAttribute("tabindex", "0");
  }
}
