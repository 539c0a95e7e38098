// Copying the whole address of a feed or a calendar.
import { copy } from "./copy.js";
import { told } from "./told.js";

export function follow(part) {
  part.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(part, told(new URL(button.dataset.copy, location.href).href));
  });
}
