/* One swap for every change of view: the address moves, the results are fetched and morphed in, what
   stays on the page glides to its new place. Back and forward come the same way. */

import { pieces } from "./morph.js";

const root = () => document.getElementById("timeline");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const settlers = [];
const watchers = [];
/* More marks than this are put in place at once. */
const MOST_MOVED = 220;
/* After so many milliseconds of putting in, what stands so far is drawn; each turn is twice as long as the one
   before, so that where all is slow little is drawn in between. */
const TURN = 20;
/* Parts of the page, of the results, of the list: what is put in at once. */
const DEPTH = 3;

let asked = null;
let under = Promise.resolve();
let shown = location.pathname + location.search;

/** Calls `settle` with the page now, and with what comes before every swap, while it stands nowhere yet. */
export function whenSettled(settle) {
  settlers.push(settle);
  settle(root());
}

/** Calls `look` now and after every swap, when all stands in its place. */
export function whenPlaced(look) {
  watchers.push(look);
  look();
}

/**
 * Shows the view at `address`: its path must be this page's. `push` is false where the address has
 * moved already; `scroll` is where the page then stands, `focus` the id of what then has the focus,
 * `anchor` of what stays where it is on the screen.
 */
export function go(address, options = {}) {
  return (under = change(address, options));
}

/** Resolves when the view that was asked for last stands in its place; at once where none is coming. */
export const settled = () => under.catch(() => {});

async function change(address, { push = true, scroll, focus, anchor }) {
  const url = new URL(address, location.href);
  const mine = (asked?.abort(), (asked = new AbortController()));
  root().setAttribute("aria-busy", "true");
  let text;
  try {
    const answer = await fetch(url.pathname + url.search, { headers: { "HX-Request": "true" }, signal: mine.signal });
    if (!answer.ok) return location.assign(url.href);
    if (answer.redirected) url.search = new URL(answer.url).search;
    text = await answer.text();
  } catch (fault) {
    if (fault.name === "AbortError") return;
    return location.assign(url.href);
  }
  if (mine.signal.aborted) return;
  const to = url.pathname + url.search;
  if (push && to !== shown) {
    remember();
    history.pushState({ view: true }, "", to);
  }
  shown = to;
  mirror(url);
  if (!(await put(text, focus, anchor ?? document.activeElement?.closest("[id]")?.id, mine.signal))) return;
  if (scroll !== undefined) await stand(scroll);
  else if (url.hash && push) reveal(document.querySelector(url.hash));
}

/* Puts in what came, a turn at a time; false where something else was asked for meanwhile. */
async function put(text, focus, anchor, signal) {
  const before = places();
  const focused = focus ?? document.activeElement?.id;
  const come = new DOMParser().parseFromString(text, "text/html");
  const fresh = come.getElementById("timeline");
  for (const box of document.querySelectorAll("#arrange[open], #fields[open], #undated[open]")) come.getElementById(box.id)?.setAttribute("open", "");
  for (const settle of settlers) settle(fresh);
  fresh.setAttribute("aria-busy", "true");
  const at = root().querySelector(".scroller")?.scrollLeft;
  const steps = pieces(root(), fresh, DEPTH);
  const hold = holder(anchor);
  for (let length = TURN; turn(steps, length); length *= 2) {
    hold();
    await drawn();
    if (signal.aborted) return false;
  }
  hold();
  /* Cards about it get heights of their own when they are drawn. */
  if (document.getElementById(anchor)?.closest(".results")) {
    await drawn();
    if (signal.aborted) return false;
    hold();
  }
  root().removeAttribute("aria-busy");
  document.title = come.title;
  const scroller = root().querySelector(".scroller");
  if (scroller && scroller.scrollLeft !== at) scroller.scrollLeft = at;
  fill();
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
  for (const look of watchers) look();
  glide(before);
  return true;
}

/* Takes some steps, for so many milliseconds; true while there are more. */
function turn(steps, length) {
  const end = performance.now() + length;
  while (performance.now() < end) if (steps.next().done) return false;
  return true;
}

/* Holds what has this id where it stands on the screen, also where it went away for a while. */
function holder(id) {
  const stood = topOf(id);
  const begun = hands;
  return () => {
    const stands = topOf(id);
    if (begun !== hands || stood === null || stands === null || Math.abs(stands - stood) <= 1) return;
    scrollBy({ top: stands - stood, behavior: "instant" });
  };
}

/* How often the reader scrolled: a page that is scrolled by hand is not held. */
let hands = 0;
for (const sign of ["wheel", "touchmove"]) addEventListener(sign, () => (hands += 1), { passive: true });

/* Scrolls to a place, again where cards that come into sight get heights of their own and move it. */
async function stand(top) {
  const begun = hands;
  for (let n = 0; n < 4 && begun === hands; n += 1) {
    if (Math.abs(scrollY - top) >= 1 || !n) scrollTo({ top, behavior: "instant" });
    await drawn();
  }
}

/* A page that nobody sees is not drawn, and not waited for; nor is one whose frames are long in coming. */
const drawn = () =>
  new Promise((then) => {
    if (!document.hidden) requestAnimationFrame(() => setTimeout(then));
    setTimeout(then, document.hidden ? 0 : 100);
  });

/* Morphing leaves what was typed; the fields show the view that came. */
function fill() {
  for (const field of document.querySelectorAll("form[data-live] :is(input:not([type='hidden']), select)")) {
    if (!field.matches("select")) field.value = field.defaultValue;
    else for (const option of field.options) if (option.selected !== option.defaultSelected) option.selected = option.defaultSelected;
  }
}

const topOf = (id) => (id && document.getElementById(id)?.getBoundingClientRect().top) ?? null;

/* The search field stands outside of what is swapped. */
function mirror(url) {
  const find = document.querySelector("[data-find]");
  if (find && find !== document.activeElement) find.value = url.searchParams.get("q") ?? "";
}

/* Brings the head of a box into view, no further than needed, so that the chart stays in sight. */
function reveal(box) {
  const top = box?.getBoundingClientRect().top;
  if (top === undefined || (top >= 0 && top < innerHeight * 0.7)) return;
  scrollBy({ top: top - (innerWidth < 640 || top < 0 ? 12 : innerHeight * 0.55) });
}

/* ---- gliding ------------------------------------------------------------------------------- */

/* Where the marks stand on the screen; numbers over a course are no marks that one could follow. */
function places() {
  const found = new Map();
  if (still.matches || root().querySelector(".courses")) return found;
  for (const mark of document.querySelectorAll(".threads .mark")) {
    const box = mark.querySelector(".hit").getBoundingClientRect();
    found.set(mark.id, [box.x + box.width / 2, box.y]);
  }
  return found;
}

function glide(before) {
  const chart = root().querySelector(".threads");
  if (still.matches || !chart) return;
  const courses = chart.querySelector(".courses");
  if (courses) return appear(courses);
  if (!before.size || before.size > MOST_MOVED) return;
  const after = places();
  if (after.size > MOST_MOVED) return;
  if (![...after.keys()].some((id) => before.has(id))) return appear(chart);
  for (const [id, [x, y]] of after) {
    const mark = document.getElementById(id);
    const own = mark.transform.baseVal.numberOfItems ? mark.transform.baseVal.getItem(0).matrix.e : 0;
    const was = before.get(id);
    if (!was) appear(mark);
    else if (Math.abs(was[0] - x) + Math.abs(was[1] - y) > 1) {
      const from = `translate(${own + was[0] - x}px, ${was[1] - y}px)`;
      mark.animate([{ transform: from }, { transform: `translate(${own}px, 0)` }], { duration: 300, easing: "cubic-bezier(.2,.7,.2,1)" });
    }
  }
  for (const words of chart.querySelectorAll(".day, .heading, .silence-link")) appear(words);
}

const appear = (what) => what.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 260, easing: "ease-out" });

/* ---- history -------------------------------------------------------------------------------- */

function remember() {
  history.replaceState({ ...history.state, view: true, scroll: scrollY }, "");
}

/** Follows the links and the forms of the page, and the history. */
export function follow() {
  history.scrollRestoration = "manual";
  if (history.state?.scroll !== undefined) stand(history.state.scroll);
  addEventListener("pagehide", remember);
  addEventListener("popstate", (event) => {
    if (location.pathname + location.search === shown) return;
    go(location.href, { push: false, scroll: event.state?.scroll ?? 0 });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("#timeline a[href]");
    if (!link || event.defaultPrevented || !isPlain(event) || link.hasAttribute("download")) return;
    const href = link.getAttribute("href");
    if (href.startsWith("#") || new URL(href, location.href).pathname !== location.pathname) return;
    event.preventDefault();
    /* A record opened by key is read from the panel; opened by pointer, the focus stays where it is. */
    const byKey = !event.detail && new URL(href, location.href).hash === "#panel";
    go(href, { focus: byKey ? "event-title" : undefined, anchor: link.closest("[id]").id });
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-live]")) return;
    event.preventDefault();
    apply(event.target);
  });
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form?.matches("form[data-live]") && !event.target.matches("[data-later]") && form.checkValidity()) apply(form);
  });
}

/** A click that means to follow a link here, not to open it elsewhere. */
export const isPlain = (event) => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

function apply(form) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) query.append(name, value);
  go(`${form.getAttribute("action")}?${query}`);
}
