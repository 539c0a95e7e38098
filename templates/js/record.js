// How to cite a page: the reader's day, and the page's address with the record on it that the address points at.
import { copy } from "./copy.js";
import { today } from "./day.js";
import { told } from "./told.js";

export function record(part) {
  const here = part.querySelector("[data-here]");
  const given = /^https?:/.test(here.textContent) ? here.textContent : told(location.href);
  part.querySelector("[data-today]").textContent = today(new Date());

  function point() {
    const id = recordOf(location.hash.slice(1));
    part.querySelector("[data-part]").textContent = id ? `（${id}）` : "";
    here.textContent = id ? `${lasting(id)}#${id}` : given;
  }

  // A result stands on another page when its section grows; the overview leads there for ever
  function lasting(id) {
    const overview = document.getElementById(id).closest("article") && document.querySelector("[data-overview]");
    return overview ? told(new URL(overview.dataset.overview, /^https?:/.test(given) ? given : location.href).href) : given;
  }

  part.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(part, button.dataset.copy === "link" ? here.textContent : part.querySelector("[data-line]").textContent);
  });
  // Phones and some desktops have a way of their own to pass an address on, over https alone
  const pass = part.querySelector("[data-pass]");
  pass.hidden = !navigator.share;
  // A reader who thinks better of it is no error
  pass.addEventListener("click", () => navigator.share({ title: document.title, url: here.textContent }).catch(() => {}));
  addEventListener("hashchange", point);
  point();
}

// Parts of a page that are records of their own: neither headings nor what the page is made of
function recordOf(id) {
  return id && document.getElementById(id)?.matches("article, li, dt, dd, section") ? id : "";
}
