// The sentence that is read, marked without a change to the page's text: as a highlight, or where the browser has none,
// by lines laid over the page.
const NAME = "d-aloud";
const registry = window.CSS && CSS.highlights;
let lines = null;

export function mark(range) {
  if (registry) registry.set(NAME, new Highlight(range));
  else lay(range);
}

export function unmark() {
  if (registry) registry.delete(NAME);
  else if (lines) lines.remove();
}

function lay(range) {
  if (lines) lines.remove();
  lines = document.createElement("div");
  lines.className = "d-aloud-lines";
  lines.setAttribute("aria-hidden", "true");
  for (const box of range.getClientRects()) {
    const line = document.createElement("div");
    line.className = "d-aloud-lines__one";
    line.style.left = `${box.left + scrollX}px`;
    line.style.top = `${box.top + scrollY}px`;
    line.style.width = `${box.width}px`;
    line.style.height = `${box.height}px`;
    lines.append(line);
  }
  document.body.append(lines);
}

// Into view where it is not, to a third of the window: what comes next is seen too.
export function show(range, below) {
  const box = range.getBoundingClientRect();
  if (box.top >= 0 && box.bottom <= innerHeight - below) return;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: box.top - innerHeight / 3, behavior: isStill ? "auto" : "smooth" });
}
