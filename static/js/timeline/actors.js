/* Search in the list of actors: letters folded as the server folds them, found by the name in either
   language. Without this script the browser's own list stands here. */

const MOST = 12;
let active = -1;

const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;
const LETTERS = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ئ: "ي", ؤ: "و", ة: "ه", گ: "ك", ک: "ك", ی: "ي" };

/** A name as it is compared: without marks, cases and the letters that are written in several ways. */
export function folded(text) {
  const plain = text.replace(/[أإآٱىئؤةگکی]/g, (letter) => LETTERS[letter]);
  return plain.normalize("NFKD").replace(MARKS, "").toLowerCase().trim();
}

/** How well a name answers: 0 at its beginning, 1 at that of a word (the article aside), 2 inside, null not at all. */
function rank(name, wanted) {
  const at = name.indexOf(wanted);
  if (at < 0) return null;
  if (at === 0) return 0;
  return name.split(/[\s-]+/).some((word) => word.startsWith(wanted) || word.startsWith(`ال${wanted}`)) ? 1 : 2;
}

function found(input) {
  const wanted = folded(input.value);
  const options = [...(document.getElementById("actors")?.options ?? [])];
  return options
    .map((option, n) => {
      const names = [option.value, option.text].map(folded);
      const ranks = names.map((name) => rank(name, wanted)).filter((each) => each !== null);
      return { option, n, rank: wanted ? Math.min(...ranks, 9) : 0 };
    })
    .filter((each) => each.rank < 9)
    .sort((a, b) => a.rank - b.rank || a.n - b.n)
    .slice(0, MOST)
    .map((each) => each.option);
}

function list(input) {
  return input.parentNode.querySelector("[role='listbox']");
}

function open(input) {
  const box = list(input);
  if (!box) return;
  const all = found(input).map((option, n) => {
    const item = document.createElement("li");
    item.id = `actor-${n}`;
    item.setAttribute("role", "option");
    item.dataset.value = option.value;
    const parts = [["bdi", option.value, ""], ["bdi", option.text, "hint"], ["span", Number(option.dataset.n).toLocaleString("en"), "count"]];
    for (const [kind, text, style] of parts) {
      const part = document.createElement(kind);
      part.textContent = text;
      part.className = style;
      item.append(part);
    }
    return item;
  });
  box.replaceChildren(...all);
  box.hidden = !all.length;
  input.setAttribute("aria-expanded", String(!box.hidden));
  point(input, -1);
}

function close(input) {
  const box = list(input);
  if (box) box.hidden = true;
  input.setAttribute("aria-expanded", "false");
  point(input, -1);
}

function point(input, at) {
  const all = [...(list(input)?.children ?? [])];
  active = all.length ? (at + all.length + 1) % (all.length + 1) : -1;
  if (active === all.length) active = -1;
  all.forEach((item, n) => item.setAttribute("aria-selected", String(n === active)));
  if (all[active]) {
    input.setAttribute("aria-activedescendant", all[active].id);
    all[active].scrollIntoView({ block: "nearest" });
  } else input.removeAttribute("aria-activedescendant");
}

function choose(input, item) {
  input.value = item.dataset.value;
  close(input);
  input.form.requestSubmit();
}

function onKey(event) {
  const input = event.target;
  if (!input.matches?.("[data-combo]")) return;
  const box = list(input);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (box.hidden) open(input);
    const down = event.key === "ArrowDown";
    point(input, active < 0 ? (down ? 0 : box.children.length - 1) : active + (down ? 1 : -1));
  } else if (event.key === "Enter" && box.children[active] && !box.hidden) {
    event.preventDefault();
    choose(input, box.children[active]);
  } else if (event.key === "Escape" && !box.hidden) {
    event.stopPropagation();
    close(input);
  }
}

export function listen() {
  const mine = (handle) => (event) => event.target.matches?.("[data-combo]") && handle(event.target);
  document.addEventListener("input", mine(open));
  document.addEventListener("click", mine(open));
  document.addEventListener("focusout", mine(close));
  document.addEventListener("keydown", onKey, true);
  /* Before the field loses the focus, and with it the list. */
  document.addEventListener("pointerdown", (event) => {
    const item = event.target.closest?.(".combo [role='option']");
    if (!item) return;
    event.preventDefault();
    choose(item.closest(".combo").querySelector("input"), item);
  });
}

/** The field is a combobox of ours instead of the browser's. */
export function equip(root) {
  for (const input of root.querySelectorAll("[data-combo]")) {
    const box = document.createElement("ul");
    box.id = `${input.id}-list`;
    box.hidden = true;
    box.setAttribute("role", "listbox");
    box.setAttribute("aria-label", root.querySelector(`label[for="${input.id}"]`).textContent);
    input.after(box);
    input.removeAttribute("list");
    const states = { role: "combobox", "aria-autocomplete": "list", "aria-controls": box.id, "aria-expanded": "false" };
    for (const [name, value] of Object.entries(states)) input.setAttribute(name, value);
  }
}
