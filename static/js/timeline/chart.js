/* The chart by keys: one stop for the tab key, arrows from mark to mark, keys for zoom, window and
   records. What is under the pointer or has the focus is lit wherever it is shown. */

import { go, isPlain, settled } from "./swap.js";

const root = () => document.getElementById("timeline");
const chart = () => root()?.querySelector(".threads");
const WINDOW_KEYS = { "+": "in", "=": "in", "-": "out", "−": "out", 0: "whole", PageUp: "earlier", PageDown: "later" };
const RECORD_KEYS = { j: "next", n: "next", k: "previous", p: "previous" };

let current = null;
/* True since a key was pressed: links that change are styled anew, and most readers never press one. */
let byKeys = false;
/* What opened the panel, and gets the focus back. */
let opener = null;

/* ---- the marks ------------------------------------------------------------------------------- */

function marks() {
  return [...(chart()?.querySelectorAll(".mark") ?? [])].map((link) => {
    const box = link.querySelector(".hit").getBoundingClientRect();
    return { link, x: box.x + box.width / 2, top: box.top, bottom: box.bottom };
  });
}

/** The mark in use, the open one or the first is the one to tab to. Without keys there is nothing to settle. */
export function settle(root) {
  lit = null;
  if (!byKeys) return;
  const all = [...root.querySelectorAll(".threads .mark")];
  const stop = all.find((link) => link.id === current) ?? all.find((link) => link.ariaCurrent) ?? all[0];
  for (const link of all) link.setAttribute("tabindex", link === stop ? "0" : "-1");
  for (const link of root.querySelectorAll(".threads :is(.heading, .silence-link)")) link.setAttribute("tabindex", "-1");
}

/* Right and left go through all marks, a stack of them from top to bottom; up and down change lanes.
   Above the lanes are the names of months, below them the silences: the last steps up and down. */
const inOrder = (all) => all.sort((a, b) => Math.round(a.x - b.x) || a.top - b.top);
const nearest = (all, me) => all.sort((a, b) => Math.abs(a.x - me.x) - Math.abs(b.x - me.x))[0]?.link;

function row(kind) {
  return [...chart().querySelectorAll(kind)].map((link) => {
    const box = link.getBoundingClientRect();
    return { link, x: box.x + box.width / 2 };
  });
}

function neighbour(from, key) {
  const kind = [".heading", ".silence-link"].find((each) => from.matches(each));
  const all = inOrder(kind ? row(kind) : marks());
  const at = all.findIndex((each) => each.link === from);
  if (key === "ArrowRight" || key === "ArrowLeft") return all[at + (key === "ArrowRight" ? 1 : -1)]?.link;
  const me = all[at];
  const down = key === "ArrowDown";
  if (kind) return down === (kind === ".heading") ? nearest(marks(), me) : undefined;
  const apart = (mark) => (down ? mark.bottom - me.bottom : me.top - mark.top);
  const next = all
    .filter((mark) => apart(mark) > 1)
    .sort((a, b) => 4 * apart(a) + Math.abs(a.x - me.x) - 4 * apart(b) - Math.abs(b.x - me.x))[0];
  return next?.link ?? nearest(row(down ? ".silence-link" : ".heading"), me);
}

function end(last) {
  return inOrder(marks()).at(last === (chart().dataset.axis === "rtl") ? 0 : -1)?.link;
}

function focus(link) {
  if (!link) return;
  if (link.matches(".mark")) for (const each of chart().querySelectorAll(".mark[tabindex='0']")) each.setAttribute("tabindex", "-1");
  if (link.matches(".mark")) {
    link.setAttribute("tabindex", "0");
    current = link.id;
  }
  link.focus({ preventScroll: true });
  (link.querySelector(".hit") ?? link).scrollIntoView({ block: "nearest", inline: "nearest" });
}

/* ---- keys --------------------------------------------------------------------------------------- */

function onKey(event) {
  if (event.metaKey || event.ctrlKey || event.altKey || !root()) return;
  if (event.target.closest?.("input, select, textarea, [role='slider']")) return;
  if (event.key === "Escape") return close(event);
  const link = event.target.closest?.(".threads a");
  if (link && event.key.startsWith("Arrow")) focus(neighbour(link, event.key));
  else if (link && (event.key === "Home" || event.key === "End")) focus(end(event.key === "End"));
  else if (event.target.closest?.(".chart") && event.key in WINDOW_KEYS) inTurn(event, () => press(`[data-zoom="${WINDOW_KEYS[event.key]}"]`));
  else if (event.target.closest?.(".chart, .list, .panel") && event.key in RECORD_KEYS) inTurn(event, () => step(RECORD_KEYS[event.key]));
  else return;
  event.preventDefault();
}

/* A key pressed while a view is coming means that view, whose links are not there yet: it waits for them.
   A key that is held down does not pile up. */
let queue = Promise.resolve();
let waiting = 0;

function inTurn(event, act) {
  if (event.repeat && waiting) return;
  waiting += 1;
  queue = queue.then(settled).then(act).catch(reportError).finally(() => (waiting -= 1));
}

function press(selector, options) {
  const link = root().querySelector(`${selector}[href]`);
  return link && go(link.getAttribute("href").replace(/#.*/, ""), options);
}

/** The next or the previous record in the panel, which keeps the focus. */
function step(which) {
  const focused = document.activeElement?.closest(".panel") ? "event-title" : undefined;
  const going = press(`[data-step="${which}"]`, { focus: focused });
  if (!going && !root().querySelector(".panel")) {
    root().querySelector(".record h3 a, .threads .mark[tabindex='0']")?.focus();
  }
  return going;
}

function close(event) {
  if (!root().querySelector("[data-close]")) return inTurn(event, shut);
  event.preventDefault();
  return shut();
}

async function shut() {
  const link = root().querySelector("[data-close]");
  if (!link) return;
  const open = new URLSearchParams(location.search).get("event");
  await go(link.getAttribute("href"));
  const back = [opener, `m-${open}`, `r-${open}`].map((id) => id && document.getElementById(id)).find(Boolean);
  if (back?.matches(".mark")) focus(back);
  else (back?.querySelector("h3 a") ?? back)?.focus();
}

function onOpen(event) {
  const link = event.target.closest?.("#timeline a[href*='event=']");
  if (link && !link.matches("[data-step]")) opener = link.closest("[id]").id;
}

/* ---- a finger across the panel ------------------------------------------------------------------------ */

let touched = null;

function onTouch(event) {
  const panel = event.touches.length === 1 && event.target.closest?.("#panel");
  touched = panel ? { x: event.touches[0].clientX, y: event.touches[0].clientY } : null;
}

/* Swept towards where earlier records lie, the panel brings the next one, as a page is turned. */
function onLift(event) {
  if (!touched) return;
  const { clientX, clientY } = event.changedTouches[0];
  const [x, y] = [clientX - touched.x, clientY - touched.y];
  touched = null;
  if (Math.abs(x) < 60 || Math.abs(y) > Math.abs(x) / 2) return;
  const rtl = document.documentElement.dir === "rtl";
  inTurn(event, () => press(`[data-step="${x > 0 === rtl ? "next" : "previous"}"]`));
}

/* ---- light ---------------------------------------------------------------------------------------- */

let lit = null;

function light(event) {
  const over = event.target.closest?.("#timeline :is(.mark, [data-record])");
  const records = over ? (over.dataset.record ?? over.id.slice(2)) : null;
  if (records === lit) return;
  for (const each of document.querySelectorAll("[data-lit]")) delete each.dataset.lit;
  lit = records;
  if (!records) return;
  const any = records.split(" ").map(CSS.escape).map((id) => `[data-record~="${id}"], #m-${id}`);
  for (const each of document.querySelectorAll(any.join())) each.dataset.lit = "";
}

function begin() {
  if (byKeys) return;
  byKeys = true;
  if (root()) settle(root());
}

export function listen() {
  addEventListener("keydown", begin, true);
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onOpen, true);
  document.addEventListener("click", (event) => event.target.closest?.("#timeline [data-close]") && isPlain(event) && close(event));
  document.addEventListener("touchstart", onTouch, { passive: true });
  document.addEventListener("touchend", onLift, { passive: true });
  for (const sign of ["pointerover", "focusin"]) document.addEventListener(sign, light);
  document.addEventListener("focusin", (event) => {
    const link = event.target.closest?.(".threads .mark");
    if (link) current = link.id;
  });
}
