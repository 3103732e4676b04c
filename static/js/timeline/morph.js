/* Brings what stands on the page to what has come: whatever is the same is left alone, with its focus,
   its scrolling and its place in the reader's voice; what has no counterpart is put in as it came. */

/** What two nodes must have in common to be one: the name, and the id, day or record that it is about. */
function key(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeName;
  return `${node.localName} ${node.id || node.dataset.day || node.classList[0] || ""}`;
}

/** Makes `old` what `fresh` is; `fresh` is used up. */
export function morph(old, fresh) {
  for (const _ of pieces(old, fresh, 0));
}

/** The same a piece at a time: between the pieces, which lie `depth` levels down, others may have their turn. */
export function* pieces(old, fresh, depth) {
  if (old.isEqualNode(fresh)) return;
  if (old.nodeType !== Node.ELEMENT_NODE) {
    old.nodeValue = fresh.nodeValue;
    return;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  yield* children(old, fresh, depth);
}

function* children(old, fresh, depth) {
  let at = old.firstChild;
  /* Where nothing waits any longer, what comes is put in without looking. */
  const waiting = new Map();
  for (const node of old.childNodes) waiting.set(key(node), (waiting.get(key(node)) ?? 0) + 1);
  const passed = (node) => waiting.set(key(node), waiting.get(key(node)) - 1);
  for (const next of [...fresh.childNodes]) {
    if (depth) yield;
    if (!at || !waiting.get(key(next))) {
      old.insertBefore(next, at);
      continue;
    }
    while (key(at) !== key(next)) {
      const gone = at;
      at = at.nextSibling;
      passed(gone);
      gone.remove();
    }
    const same = at;
    at = at.nextSibling;
    passed(same);
    if (depth) yield* pieces(same, next, depth - 1);
    else morph(same, next);
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}
