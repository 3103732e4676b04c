/* Copies the address of the view; where the browser cannot, the button stays away: the address is there to
   be marked. Printed records carry their whole addresses. */

const paper = matchMedia("print");

/* Only on paper: what the root has is inherited by all, and all would be styled once more. A page is cited
   with the day on which it was seen. */
function origin() {
  const { style } = document.documentElement;
  style.setProperty("--origin", JSON.stringify(location.origin));
  /* Swedish dates are written as ISO 8601 has them. */
  style.setProperty("--today", JSON.stringify(` · ${new Date().toLocaleDateString("sv")}`));
}

export function listen() {
  for (const name of ["beforeprint", "change"]) (name === "change" ? paper : window).addEventListener(name, origin);
  if (paper.matches) origin();
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select();
      return;
    }
    button.textContent = button.dataset.done;
  });
  /* A box opened over the page is closed by Escape and by a press outside of it. */
  document.addEventListener("keydown", (event) => {
    const box = document.querySelector(".share[open]");
    if (event.key !== "Escape" || !box) return;
    event.stopImmediatePropagation();
    box.open = false;
    box.querySelector("summary").focus();
  });
  document.addEventListener("pointerdown", (event) => {
    const box = document.querySelector(".share[open]");
    if (box && !box.contains(event.target)) box.open = false;
  });
}

export function equip(root) {
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
}
