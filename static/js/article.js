// Lights up the words of a note, and the note of words, under the pointer or the focus.
// Without this script the same is done by the link of the note (`?hl=`).
(() => {
  "use strict";

  const page = document.querySelector(".article");
  if (!page) return;

  const idsOf = (element) => {
    const note = element.closest(".note");
    if (note) return [note.dataset.id];
    const words = element.closest(".mark[data-ids]");
    return words ? words.dataset.ids.split(" ") : [];
  };

  const light = (ids) => {
    const wanted = new Set(ids);
    for (const note of page.querySelectorAll(".note")) note.toggleAttribute("data-lit", wanted.has(note.dataset.id));
    for (const words of page.querySelectorAll(".mark[data-ids]")) {
      words.toggleAttribute("data-lit", words.dataset.ids.split(" ").some((id) => wanted.has(id)));
    }
  };

  for (const begins of ["pointerover", "focusin"]) page.addEventListener(begins, (event) => light(idsOf(event.target)));
  for (const ends of ["pointerleave", "focusout"]) page.addEventListener(ends, () => light([]));
})();
