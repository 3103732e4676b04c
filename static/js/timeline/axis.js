/* Time and place along the axis of what is drawn. `u` runs with time: 0 where the drawing begins,
   1 where it ends, below and above what lies outside of it. Days count from 1970-01-01. */

const DAY = 86_400_000;
/* A window longer than this many days is told in months. */
const LONG = 1100;

/* Where things stand across the drawing, in percent from the left, before a gesture moved them. */
let origins = new WeakMap();

/** The place across of a line, or of anything else that has one, and its width where that is in percent too. */
export function across(thing) {
  if (!origins.has(thing)) {
    const [at, wide] = [thing.getAttribute(thing.localName === "line" ? "x1" : "x"), thing.getAttribute("width")];
    origins.set(thing, [parseFloat(at), wide?.endsWith("%") ? parseFloat(wide) : 0]);
  }
  return origins.get(thing);
}

/** To be called when things stand in new places. */
export function replaced() {
  origins = new WeakMap();
}

export const ordinal = (iso) => Math.round(Date.parse(`${iso}T00:00Z`) / DAY);
export const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** The axis of the chart, or null where nothing is drawn; nothing lies beyond its `bounds`. */
export function axisOf(chart) {
  const rtl = chart.dataset.axis === "rtl";
  const made = chart.dataset.first ? linear(chart) : sequence(chart, rtl);
  return made && { rtl, ...made };
}

function linear({ dataset }) {
  const [first, last, edge] = [ordinal(dataset.first), ordinal(dataset.last), dataset.edge / 100];
  const [lowest, highest] = [ordinal(dataset.lowest), ordinal(dataset.highest)];
  const length = Math.max(1, last - first);
  const day = (u) => first + ((u - edge) / (1 - 2 * edge)) * length;
  const u = (at) => edge + ((at - first) / length) * (1 - 2 * edge);
  return {
    bounds: [Math.min(0, u(lowest) - edge), Math.max(1, u(highest) + edge)],
    closest: 0.5 / length,
    u,
    nearest: (at) => Math.round(day(at)),
    window(from, to) {
      const [a, b] = [Math.round(day(from)), Math.round(day(to))];
      if (a <= lowest && b >= highest) return null;
      return told(Math.max(a, lowest), Math.max(a, Math.min(b, highest)));
    },
  };
}

/* The columns, and beyond them the days of other records, as far apart as the columns are. */
function sequence(chart, rtl) {
  const drawn = [...chart.querySelectorAll("[data-day]")].map((column) => {
    const share = across(column)[0] / 100;
    return { u: rtl ? 1 - share : share, day: ordinal(column.dataset.day) };
  });
  if (!drawn.length) return null;
  drawn.sort((a, b) => a.u - b.u);
  const step = Math.min(0.25, 1 / drawn.length);
  const beyond = (days) => (days ? days.split(" ").map(ordinal) : []);
  const before = beyond(chart.dataset.before).map((day, n) => ({ u: -(n + 0.5) * step, day }));
  const after = beyond(chart.dataset.after).map((day, n) => ({ u: 1 + (n + 0.5) * step, day }));
  const points = [...before.reverse(), ...drawn, ...after];
  const closestTo = (u) => points.reduce((best, each) => (Math.abs(each.u - u) < Math.abs(best.u - u) ? each : best));
  return {
    bounds: [Math.min(0, points[0].u - step / 2), Math.max(1, points.at(-1).u + step / 2)],
    closest: 0.6 / drawn.length,
    nearest: (u) => closestTo(u).day,
    u(at) {
      const next = points.findIndex((each) => each.day >= at);
      if (next <= 0) return next ? 1 : 0;
      const [a, b] = [points[next - 1], points[next]];
      return a.u + ((at - a.day) / Math.max(1, b.day - a.day)) * (b.u - a.u);
    },
    window(from, to) {
      let inside = points.filter(({ u }) => u >= from && u <= to);
      if (!inside.length) inside = [closestTo((from + to) / 2)];
      const days = inside.map(({ day }) => day);
      const [a, b] = [Math.min(...days), Math.max(...days)];
      const all = inside.length === points.length && chart.dataset.cut === undefined;
      return all ? null : { from: iso(a), to: iso(b) };
    },
  };
}

function told(a, b) {
  const letters = b - a > LONG ? 7 : 10;
  return { from: iso(a).slice(0, letters), to: iso(b).slice(0, letters) };
}

/** The address of this view with another window; null is the whole range. */
export function within(window) {
  const query = new URLSearchParams(location.search);
  for (const name of ["after", "event", "from", "to"]) query.delete(name);
  for (const [name, value] of Object.entries(window ?? {})) query.set(name, value);
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "");
}
