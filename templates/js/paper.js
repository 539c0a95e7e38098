// A page on paper: what is closed on the screen stands open there, for nobody can open it. What only points at something or
// asks for something stays closed; the style sheet leaves that out.
import { today } from "./day.js";

const TOOLS = "[data-passage], [data-module], [data-filters]";

export function paper() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")].filter(isRead);
    for (const details of opened) details.open = true;
    for (const line of document.querySelectorAll("[data-printed-on]")) line.textContent = line.dataset.words + today(new Date());
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
}

function isRead(details) {
  return !details.matches(TOOLS) && !details.closest("nav, form");
}
