// What every page can do, and what single elements ask for by `data-module`.
import { cite } from "./cite.js";
import { contents } from "./contents.js";
import { letter } from "./letter.js";
import { mark } from "./mark.js";
import { mend } from "./mend.js";
import { notes } from "./notes.js";
import { panel } from "./panel.js";
import { plain } from "./plain.js";
import { record } from "./record.js";
import { settings } from "./settings.js";
import { speak } from "./speak.js";
import { take } from "./take.js";
import { whole } from "./whole.js";

const MODULES = { cite, contents, letter, mend, notes, panel, plain, record, settings, speak, take, whole };

for (const name of Object.keys(MODULES)) {
  for (const element of document.querySelectorAll(`[data-module="${name}"]`)) MODULES[name](element);
}

// A hit of the search leads here with the words it was found by
if (new URL(location.href).searchParams.has("mark")) mark();

document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector('[data-shortcut="/"]');
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// For whoever waits until the page can do all this
document.documentElement.dataset.script = "bound";
