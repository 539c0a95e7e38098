// What stands around every page: the display panel and the way out of the simple view, reading aloud, the way out of a foreign frame, the way to the search box by keyboard.
import { framed } from "./framed.js";
import { panel } from "./panel.js";
import { settings } from "./settings.js";
import { speak } from "./speak.js";
import { whole } from "./whole.js";

export const FRAME = { framed, panel, settings, speak, whole };

export function shortCut() {
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    const box = document.querySelector('[data-shortcut="/"]');
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

// For whoever waits until the page can do all this.
export function done() {
  document.documentElement.dataset.script = "bound";
}
