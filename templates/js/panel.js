// What opens over the page closes by Escape, by a press beside it, and when the focus goes on.
export function panel(details) {
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary").focus();
  });

  details.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !details.contains(event.relatedTarget)) details.open = false;
  });

  document.addEventListener("click", (event) => {
    if (!details.contains(event.target)) details.open = false;
  });
}
