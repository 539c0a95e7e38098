// A note opens beside its mark. Where the note itself is in sight, or the browser knows no popover, the link does its work.
const GAP = 8;

export function notes(text) {
  const box = document.getElementById("d-popover");
  if (!box?.showPopover) return;
  text.addEventListener("click", (event) => {
    const link = event.target.closest(".d-mark a");
    const note = link && document.getElementById(link.hash.slice(1));
    if (!note || inSight(note) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    fill(box, link, note);
    // The mark has the focus when the note opens, so that closing it leads back there
    link.focus({ preventScroll: true });
    box.showPopover();
    place(box, link);
    box.focus({ preventScroll: true });
  });
  box.addEventListener("click", (event) => {
    if (event.target.closest("a")) box.hidePopover();
  });
}

function inSight(note) {
  const { top, bottom } = note.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

function fill(box, link, note) {
  box.setAttribute("aria-label", link.getAttribute("aria-label"));
  const part = (name) => note.querySelector(`.d-note__${name}`).textContent;
  box.querySelector("[data-text]").textContent = part("number") + part("text");
  box.querySelector("[data-note]").href = link.hash;
  box.querySelector("[data-word]").href = note.querySelector(".d-note__links a:last-child").href;
}

// Under the mark, above it where that leaves the window; on a phone the style sheet puts it at the bottom.
function place(box, link) {
  const mark = link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const under = mark.bottom + GAP + height <= innerHeight ? mark.bottom + GAP : Math.max(GAP, mark.top - GAP - height);
  const left = Math.min(Math.max(GAP, mark.left), document.documentElement.clientWidth - width - GAP);
  box.style.setProperty("--y", `${under + scrollY}px`);
  box.style.setProperty("--x", `${left + scrollX}px`);
  const cover = box.getBoundingClientRect();
  if (mark.bottom > cover.top && mark.top < cover.bottom) scrollBy(0, mark.bottom - cover.top + GAP);
}
