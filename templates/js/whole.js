// From the simple view back to the whole: what the panel of display settings does, at hand where things are left out.
export function whole(button) {
  button.addEventListener("click", () => {
    document.querySelector('[data-set="simple"][data-value=""]').click();
    // The button is gone with the view
    document.querySelector('[data-module="settings"] > summary').focus();
  });
}
