// Marks the section being read in a list of contents.
export function contents(list) {
  const links = new Map([...list.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);

  function follow() {
    const read = headings.filter((one) => one.getBoundingClientRect().top < innerHeight / 3).pop();
    for (const [id, link] of links) {
      if (id === read?.id) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    reveal(list, links.get(read?.id));
  }

  // Not an IntersectionObserver: after a jump into the middle of a section no heading crosses any line
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  }, { passive: true });
  follow();
}

// Keeps the marked link in sight where the list itself scrolls, without moving the page.
function reveal(list, link) {
  const box = list.closest("nav");
  if (!link || !box || box.scrollHeight <= box.clientHeight) return;
  const { top, bottom } = link.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (top < frame.top) box.scrollTop -= frame.top - top;
  else if (bottom > frame.bottom) box.scrollTop += bottom - frame.bottom;
}
