// Display settings as this browser keeps them: the data attributes of <html> that are set, by name.
const KEY = "disclosure-display";
export const SETTINGS = ["size", "theme", "simple"];

export function readStored() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY)) || {};
    return Object.fromEntries(SETTINGS.filter((name) => stored[name]).map((name) => [name, stored[name]]));
  } catch {
    // Storage is closed to us: the defaults stand
    return {};
  }
}

export function store(settings) {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Not kept: the choice holds for this page
  }
}
