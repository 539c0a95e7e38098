// The code that shows a record in another site's page, to be copied. Without script it is there to be selected.
import { copy } from "./copy.js";

export function snippet(box) {
  box.querySelector("[data-copy]").addEventListener("click", () => copy(box, box.querySelector("textarea").value));
}
