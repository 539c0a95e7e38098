// The panel of display settings: large type, colours, simple view. Applied as data attributes on <html>.
import { panel } from "./panel.js";
import { KEY, SETTINGS } from "./stored.js";

const root = document.documentElement;

export function settings(details) {
  const buttons = [...details.querySelectorAll("[data-set]")];

  function show() {
    for (const button of buttons) {
      const pressed = (root.dataset[button.dataset.set] ?? "") === button.dataset.value;
      button.setAttribute("aria-pressed", String(pressed));
    }
  }

  function set(name, value) {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  }

  details.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.set) set(button.dataset.set, button.dataset.value);
    else if ("reset" in button.dataset) SETTINGS.forEach((name) => set(name, ""));
    else return;
    store(chosen());
    show();
  });

  panel(details);
  // There, some browsers take each file for a site of its own
  const note = details.querySelector("[data-disk]");
  if (note) note.hidden = location.protocol !== "file:";
  show();
}

function chosen() {
  return Object.fromEntries(SETTINGS.filter((name) => root.dataset[name]).map((name) => [name, root.dataset[name]]));
}

function store(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Not kept: the choice holds for this page
  }
}
