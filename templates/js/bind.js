// Elements ask for what they can do by `data-module`.
export function bind(modules) {
  for (const name of Object.keys(modules)) {
    for (const element of document.querySelectorAll(`[data-module="${name}"]`)) modules[name](element);
  }
  for (const button of document.querySelectorAll("[data-early]")) {
    if (button.closest("[data-module]")?.dataset.module in modules) again(button);
  }
}

// Pressed while the scripts were on their way. The mark goes last: until all is bound, every press is marked.
function again(button) {
  button.click();
  delete button.dataset.early;
}
