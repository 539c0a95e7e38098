// The reader's stored display settings, applied before the first paint. Loaded in the head of every page and waited
// for, so it does this and what cannot wait for the other scripts.
import { KEY, SETTINGS } from "./stored.js";
import { trust } from "./trusted.js";

const root = document.documentElement;
try {
  const stored = JSON.parse(localStorage.getItem(KEY)) || {};
  for (const name of SETTINGS) if (stored[name]) root.dataset[name] = stored[name];
} catch {
  // Storage is closed to us: the defaults stand
}
trust();

// Controls that only a script can serve are shown, and hidden again should that script not arrive
root.dataset.script = "";
addEventListener("error", (event) => event.target.defer && delete root.dataset.script && (root.dataset.failed = ""), true);

// What is pressed before it is bound is pressed again then (bind.js)
document.addEventListener("click", ({ target }) => {
  const button = target.closest("button[type=button]");
  if (button && !root.dataset.script) button.dataset.early = "";
});
