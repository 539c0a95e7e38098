// Display settings: large type, colours, simple view. Kept in this browser only, applied as data attributes on <html>.
const KEY = "disclosure-display";
const NAMES = ["size", "theme", "simple"];
const root = document.documentElement;

export default function display(panel) {
  const buttons = [...panel.querySelectorAll("[data-set]")];

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

  panel.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.set) set(button.dataset.set, button.dataset.value);
    else if ("reset" in button.dataset) NAMES.forEach((name) => set(name, ""));
    else return;
    keep();
    show();
  });

  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.open) return;
    panel.open = false;
    panel.querySelector("summary").focus();
  });

  document.addEventListener("click", (event) => {
    if (!panel.contains(event.target)) panel.open = false;
  });

  show();
}

function keep() {
  const chosen = Object.fromEntries(NAMES.filter((name) => root.dataset[name]).map((name) => [name, root.dataset[name]]));
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Not kept: the choice holds for this page
  }
}
