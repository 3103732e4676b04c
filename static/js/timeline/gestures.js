/* The chart under the hand. Wheel with ctrl or ⌘, and pinching, zoom; a sideways wheel and dragging pan;
   a double click enters a month. A plain wheel always scrolls the page. While a gesture lasts, what is
   drawn moves with it; when it ends, the answer of the server takes its place. */

import { across, axisOf, iso, within } from "./axis.js";
import { go } from "./swap.js";

const chart = () => document.querySelector("#timeline .threads");
/* After so many milliseconds without a turn of the wheel the gesture is over. */
const REST = 170;
const FURTHEST = 8;
const HANDS_OFF = ".mark, a, button, input, select, summary";

let gesture = null;
let rest = 0;
let frame = 0;
/* When the last drag ended: the click that follows must not open what lay under it. */
let ended = -Infinity;

/** The stretch of the drawing that a gesture leaves in view; [0, 1] is all of it. */
function begin() {
  clearTimeout(rest);
  if (gesture?.chart.isConnected) return gesture;
  const drawing = chart();
  const axis = drawing && axisOf(drawing);
  if (!axis) return null;
  const moving = [...drawing.querySelectorAll("[x$='%']:not(.hit), .edges line")].map((each) => [each, ...across(each)]);
  gesture = { chart: drawing, axis, view: [0, 1], moving };
  drawing.closest(".lanes").dataset.moving = "";
  return gesture;
}

function draw() {
  frame = 0;
  if (gesture) preview(gesture);
}

function preview({ axis, view: [a, b], moving }) {
  const start = axis.rtl ? 1 - b : a;
  for (const [each, at, wide] of moving) {
    const x = `${((at / 100 - start) / (b - a)) * 100}%`;
    for (const name of each.localName === "line" ? ["x1", "x2"] : ["x"]) each.setAttribute(name, x);
    if (wide) each.setAttribute("width", `${wide / (b - a)}%`);
  }
}

function show(view) {
  gesture.view = view;
  frame ||= requestAnimationFrame(draw);
}

async function finish() {
  clearTimeout(rest);
  cancelAnimationFrame(frame);
  frame = 0;
  const done = gesture;
  gesture = null;
  if (!done?.chart.isConnected) return;
  const [a, b] = bounded(done);
  const to = Math.abs(a) + Math.abs(b - 1) < 0.015 ? null : within(done.axis.window(a, b));
  if (!to || to === location.pathname + location.search) preview({ ...done, view: [0, 1] });
  else await go(to);
  delete done.chart.closest(".lanes")?.dataset.moving;
}

/* Pulled over the edge of time, the view springs back. */
function bounded({ view: [a, b], axis: { bounds: [low, high] } }) {
  if (b - a >= high - low) return [low, high];
  const back = Math.max(0, low - a) - Math.max(0, b - high);
  return [a + back, b + back];
}

/** Stretches the view around `u`; more than 1 shows more. */
function zoom(u, factor) {
  const [a, b] = gesture.view;
  const length = Math.min(FURTHEST, Math.max(gesture.axis.closest, (b - a) * factor));
  const by = length / (b - a);
  const middle = a + u * (b - a);
  show([middle - (middle - a) * by, middle + (b - middle) * by]);
}

function pan(share) {
  const [a, b] = gesture.view;
  const by = share * (b - a);
  show([a + by, b + by]);
}

/** Where along the axis a point of the screen is, 0 to 1 over what is in view. */
function along(x) {
  const box = gesture.chart.getBoundingClientRect();
  const share = (x - box.left) / box.width;
  return gesture.axis.rtl ? 1 - share : share;
}

/* ---- wheel ---------------------------------------------------------------------------------- */

function onWheel(event) {
  if (!event.target.closest?.("#timeline .lanes")) return;
  const zooms = event.ctrlKey || event.metaKey;
  const sideways = event.shiftKey && !event.deltaX ? event.deltaY : event.deltaX;
  if (!zooms && (Math.abs(sideways) <= Math.abs(event.deltaY) && !event.shiftKey)) return;
  if (!zooms && (scrolls(event, sideways) || !begin())) return;
  if (zooms && !begin()) return;
  event.preventDefault();
  const pixels = event.deltaMode === 1 ? 16 : 1;
  const turn = Math.max(-120, Math.min(120, event.deltaY * pixels));
  /* A pinch on a touchpad comes as a wheel of many small turns. */
  if (zooms) zoom(along(event.clientX), Math.exp(turn * (Math.abs(turn) < 50 ? 0.01 : 0.003)));
  else pan(((gesture.axis.rtl ? -1 : 1) * sideways * pixels) / gesture.chart.clientWidth);
  rest = setTimeout(finish, REST);
}

/* A drawing wider than its box is scrolled first. */
function scrolls(event, by) {
  const box = event.target.closest(".scroller");
  if (!box || gesture) return false;
  const most = box.scrollWidth - box.clientWidth;
  const at = Math.abs(box.scrollLeft);
  const away = getComputedStyle(box).direction === "rtl" ? -by : by;
  return most > 1 && (away > 0 ? at < most - 1 : at > 1);
}

/* ---- drag ----------------------------------------------------------------------------------- */

let drag = null;

function onDown(event) {
  const box = event.target.closest?.("#timeline .scroller");
  if (!box || event.button !== 0) return;
  /* A finger scrolls a drawing that is wider than its box; the browser does that better. */
  if (event.pointerType === "touch" && box.dataset.fits === undefined) return;
  drag = { box, x: event.clientX, scrolled: box.scrollLeft, id: event.pointerId, moved: false };
}

function onMove(event) {
  if (!drag || (!drag.moved && Math.abs(event.clientX - drag.x) < 5)) return;
  if (!drag.moved) {
    drag.moved = true;
    drag.box.setPointerCapture?.(drag.id);
    drag.box.dataset.grabbed = "";
  }
  const by = drag.x - event.clientX;
  drag.box.scrollLeft = drag.scrolled + by;
  const left = by - (drag.box.scrollLeft - drag.scrolled);
  if (Math.abs(left) < 1 && !gesture) return;
  if (!begin()) return;
  const share = left / gesture.chart.clientWidth;
  const shift = gesture.axis.rtl ? -share : share;
  show([shift, 1 + shift]);
}

function onUp(event) {
  const done = drag;
  drag = null;
  if (!done?.moved) return;
  delete done.box.dataset.grabbed;
  ended = event.timeStamp;
  if (gesture) finish();
}

/* ---- two fingers ----------------------------------------------------------------------------- */

let pinch = null;

const spread = ([one, two]) => Math.max(24, Math.abs(one.clientX - two.clientX), Math.abs(one.clientY - two.clientY));
const centre = ([one, two]) => (one.clientX + two.clientX) / 2;

function onTouch(event) {
  if (event.touches.length !== 2 || !event.target.closest?.("#timeline .scroller") || !begin()) return;
  event.preventDefault();
  pinch = { spread: spread(event.touches), u: along(centre(event.touches)) };
}

function onPinch(event) {
  if (!pinch || event.touches.length !== 2 || !gesture) return;
  event.preventDefault();
  const length = Math.min(FURTHEST, Math.max(gesture.axis.closest, pinch.spread / spread(event.touches)));
  const start = pinch.u - along(centre(event.touches)) * length;
  show([start, start + length]);
}

function onLift(event) {
  if (!pinch || event.touches.length > 1) return;
  pinch = null;
  finish();
}

/* ---- two clicks ------------------------------------------------------------------------------ */

function onDouble(event) {
  if (!event.target.closest?.("#timeline .scroller") || event.target.closest(HANDS_OFF) || !begin()) return;
  const month = iso(gesture.axis.nearest(along(event.clientX))).slice(0, 7);
  gesture = null;
  delete chart().closest(".lanes").dataset.moving;
  getSelection()?.removeAllRanges();
  go(within({ from: month, to: month }));
}

export function listen() {
  document.addEventListener("wheel", onWheel, { passive: false });
  document.addEventListener("pointerdown", onDown);
  document.addEventListener("pointermove", onMove);
  document.addEventListener("pointerup", onUp);
  document.addEventListener("pointercancel", onUp);
  document.addEventListener("touchstart", onTouch, { passive: false });
  document.addEventListener("touchmove", onPinch, { passive: false });
  document.addEventListener("touchend", onLift);
  document.addEventListener("touchcancel", onLift);
  document.addEventListener("dblclick", onDouble);
  /* A link under the hand is neither dragged away nor opened. */
  document.addEventListener("dragstart", (event) => event.target.closest?.(".threads, .overview") && event.preventDefault());
  document.addEventListener("click", (event) => event.timeStamp - ended < 60 && event.preventDefault(), true);
}

/** Moves what is drawn to show these days, as if they were chosen already. */
export function preshow(from, to) {
  if (!begin()) return;
  const { axis } = gesture;
  const [a, b] = [axis.u(from), axis.u(to)];
  if (b - a > axis.closest) show([a, b]);
}

/* Boxes whose drawing needs no scrolling: there a finger pans through time. */
const boxes = new ResizeObserver((seen) => {
  const fits = new Map();
  for (const { target } of seen) {
    const box = target.closest(".scroller");
    if (box) fits.set(box, box.scrollWidth <= box.clientWidth + 1);
  }
  for (const [box, fit] of fits) if (box.hasAttribute("data-fits") !== fit) box.toggleAttribute("data-fits", fit);
});

/** Follows the sizes of the drawing that has come; looked at where they are known, never asked for before.
    Where there is no finger, nothing is styled anew for one. */
export function measure() {
  boxes.disconnect();
  if (!navigator.maxTouchPoints) return;
  for (const box of document.querySelectorAll(".scroller, .scroller > .canvas")) boxes.observe(box);
}

/** Forgets a preview that another part of the page will replace. */
export function release() {
  const done = gesture;
  gesture = null;
  delete done?.chart.closest(".lanes")?.dataset.moving;
}
