/* The timeline without waiting: every link of the page's own address is swapped in by htmx, the
   chart is walked with the arrow keys, the overview is brushed. Without this file all of it are
   plain links and a form. */
(() => {
  "use strict";
  const root = () => document.getElementById("timeline");
  const chart = () => root()?.querySelector(".threads");

  /* ---- one swap for every change of view -------------------------------------------------- */

  async function go(address) {
    const url = new URL(address, location.href);
    const opens = url.hash;
    const focused = document.activeElement?.id;
    root().setAttribute("aria-busy", "true");
    await htmx.ajax("GET", url.pathname + url.search, { target: "#timeline", swap: "outerMorph", push: "true" });
    const find = document.querySelector("[data-find]");
    if (find && find !== document.activeElement) find.value = url.searchParams.get("q") ?? "";
    if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
    settle();
    if (opens) show(document.querySelector(opens));
  }

  /* Bring the head of a box into view, no further than needed, so that the chart stays in sight. */
  function show(box) {
    const top = box?.getBoundingClientRect().top;
    if (top === undefined || (top >= 0 && top < innerHeight * 0.7)) return;
    scrollBy({ top: top - (innerWidth < 640 || top < 0 ? 12 : innerHeight * 0.55) });
  }

  const isPlain = (event) => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("#timeline a[href]");
    if (!link || !isPlain(event) || event.defaultPrevented) return;
    if (event.timeStamp - brushed < 50) return event.preventDefault();
    const href = link.getAttribute("href");
    const url = new URL(href, location.href);
    if (href.startsWith("#") || link.hasAttribute("download")) return;
    if (url.pathname !== location.pathname) return;
    event.preventDefault();
    go(url.href);
  });

  function apply(form) {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) query.append(name, value);
    go(`${form.getAttribute("action")}?${query}`);
  }

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("#timeline form[data-live]")) return;
    event.preventDefault();
    apply(event.target);
  });
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form?.matches("#timeline form[data-live]") && form.checkValidity()) apply(form);
  });

  /* ---- the chart is one tab stop ------------------------------------------------------------ */

  let current = null;

  function marks() {
    return [...(chart()?.querySelectorAll(".mark") ?? [])].map((link) => {
      const box = link.querySelector(".hit").getBoundingClientRect();
      return { link, x: box.x + box.width / 2, top: box.top, bottom: box.bottom };
    });
  }

  /* Called after each swap: the mark in use, the open one or the first is the one to tab to. */
  function settle() {
    const all = [...(chart()?.querySelectorAll(".mark") ?? [])];
    const stop = all.find((link) => link.id === current) ?? all.find((link) => link.ariaCurrent) ?? all[0];
    for (const link of all) link.setAttribute("tabindex", link === stop ? "0" : "-1");
  }

  /* Right and left go through all marks, a stack of them from top to bottom; up and down change lanes. */
  const inOrder = () => marks().sort((a, b) => Math.round(a.x - b.x) || a.top - b.top);

  function neighbour(from, key) {
    const all = inOrder();
    const at = all.findIndex((mark) => mark.link === from);
    if (key === "ArrowRight" || key === "ArrowLeft") return all[at + (key === "ArrowRight" ? 1 : -1)]?.link;
    const me = all[at];
    const down = key === "ArrowDown";
    const apart = (mark) => (down ? mark.bottom - me.bottom : me.top - mark.top);
    return all
      .filter((mark) => apart(mark) > 1)
      .sort((a, b) => 4 * apart(a) + Math.abs(a.x - me.x) - 4 * apart(b) - Math.abs(b.x - me.x))[0]?.link;
  }

  function end(last) {
    return inOrder().at(last === (chart().dataset.axis === "rtl") ? 0 : -1)?.link;
  }

  function focus(link) {
    if (!link) return;
    for (const each of chart().querySelectorAll(".mark[tabindex='0']")) each.setAttribute("tabindex", "-1");
    link.setAttribute("tabindex", "0");
    link.focus({ preventScroll: true });
    link.querySelector(".hit").scrollIntoView({ block: "nearest", inline: "nearest" });
    current = link.id;
  }

  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || !root()) return;
    if (event.key === "Escape") {
      const close = root().querySelector("[data-close]");
      if (close) {
        event.preventDefault();
        go(close.getAttribute("href"));
      }
      return;
    }
    const link = event.target.closest?.(".threads .mark");
    if (!link) return;
    if (event.key.startsWith("Arrow")) focus(neighbour(link, event.key));
    else if (event.key === "Home" || event.key === "End") focus(end(event.key === "End"));
    else if (["+", "=", "-", "0"].includes(event.key)) zoom({ "+": "in", "=": "in", "-": "out", 0: "whole" }[event.key]);
    else return;
    event.preventDefault();
  });

  document.addEventListener("focusin", (event) => {
    const link = event.target.closest?.(".threads .mark");
    if (link) current = link.id;
  });

  function zoom(step) {
    const link = root().querySelector(`[data-zoom="${step}"][href]`);
    if (link) go(link.getAttribute("href"));
  }

  /* ---- brushing the overview ---------------------------------------------------------------- */

  let drag = null;
  /* When a drag ended: the click that follows it over a bar must not follow the bar's link. */
  let brushed = -Infinity;

  const months = (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
  const edtf = (month) => `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;

  function share(overview, x) {
    const box = overview.getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (x - box.left) / box.width));
    return overview.dataset.axis === "rtl" ? 1 - part : part;
  }

  document.addEventListener("pointerdown", (event) => {
    const overview = event.target.closest?.("#timeline .overview");
    if (!overview || event.button !== 0) return;
    const window_ = overview.querySelector(".window");
    const [left, width] = ["x", "width"].map((name) => parseFloat(window_.getAttribute(name)) / 100);
    const rtl = overview.dataset.axis === "rtl";
    const edges = rtl ? [1 - left - width, 1 - left] : [left, left + width];
    const at = share(overview, event.clientX);
    const grip = 9 / overview.getBoundingClientRect().width;
    const near = edges.findIndex((edge) => Math.abs(edge - at) < grip);
    const whole = edges[1] - edges[0] > 0.999;
    const mode = near >= 0 ? "edge" : !whole && at > edges[0] && at < edges[1] ? "pan" : "brush";
    drag = { overview, edges, at, near, mode, x: event.clientX, moved: false };
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag || (!drag.moved && Math.abs(event.clientX - drag.x) < 5)) return;
    if (!drag.moved) drag.overview.setPointerCapture?.(event.pointerId);
    drag.moved = true;
    const at = share(drag.overview, event.clientX);
    let [a, b] = drag.edges;
    if (drag.mode === "edge") [a, b] = drag.near === 0 ? [at, b] : [a, at];
    else if (drag.mode === "brush") [a, b] = [drag.at, at];
    else {
      const by = Math.min(1 - b, Math.max(-a, at - drag.at));
      [a, b] = [a + by, b + by];
    }
    drag.chosen = a < b ? [a, b] : [b, a];
    const left = drag.overview.dataset.axis === "rtl" ? 1 - drag.chosen[1] : drag.chosen[0];
    const window_ = drag.overview.querySelector(".window");
    window_.setAttribute("x", `${100 * left}%`);
    window_.setAttribute("width", `${100 * (drag.chosen[1] - drag.chosen[0])}%`);
  });

  document.addEventListener("pointerup", (event) => {
    const done = drag;
    drag = null;
    if (!done?.moved || !done.chosen) return;
    brushed = event.timeStamp;
    const first = months(done.overview.dataset.first);
    const total = months(done.overview.dataset.last) + 1 - first;
    const [a, b] = done.chosen;
    const from = first + Math.min(total - 1, Math.round(a * total));
    const to = first + Math.max(Math.round(b * total) - 1, from - first);
    const query = new URLSearchParams(location.search);
    for (const name of ["after", "event"]) query.delete(name);
    const all = from === first && to === first + total - 1;
    query[all ? "delete" : "set"]("from", edtf(from));
    query[all ? "delete" : "set"]("to", edtf(to));
    go(`${location.pathname}?${query}`);
  });

  /* A refusal is a page of its own. */
  document.addEventListener("htmx:before:response", (event) => {
    const { response, request } = event.detail.ctx;
    if (response.status < 400) return;
    event.preventDefault();
    location.assign(response.raw.url || request.action);
  });

  document.addEventListener("htmx:after:swap", settle);
  settle();
  chart()?.querySelector(".mark[aria-current] .hit")?.scrollIntoView({ block: "nearest", inline: "center" });
})();
