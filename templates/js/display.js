// The reader's stored display settings, applied before the first paint. Loaded in the head of every page and waited
// for, so it does this and nothing else.
import { readStored } from "./stored.js";

const root = document.documentElement;
const stored = readStored();
for (const name of Object.keys(stored)) root.dataset[name] = stored[name];

// Controls that only a script can serve are shown, and hidden again should that script not arrive
root.dataset.script = "";
addEventListener("error", (event) => event.target.defer && delete root.dataset.script && (root.dataset.failed = ""), true);
