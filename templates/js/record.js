// Completes a citation: the reader's day, and the page's address where the site does not know its own.
import { today } from "./cite.js";

export function record(part) {
  part.querySelector("[data-today]").textContent = today(new Date());
  for (const here of part.querySelectorAll("[data-here]")) {
    if (!/^https?:/.test(here.textContent)) here.textContent = location.href.split(/[?#]/)[0];
  }
}
