// Recent queries.
import { RECENT, kept } from "./kept.js";
import { item } from "./words.js";

const MOST = 8;
const SETTLED = 2000;

// Kept on this device only. A query counts once it was used: a hit opened, Enter pressed, or two seconds of reading.
export function recent(view) {
  const box = view.page.querySelector("[data-recent]");
  let timer = 0;
  const keep = () => view.query && view.answer.hits.length && write([view.query, ...kept().filter((one) => one !== view.query)]);
  const show = () => {
    const words = kept().slice(0, MOST);
    box.hidden = !words.length;
    box.querySelector("ul").replaceChildren(...words.map((word) => item(word)));
  };
  view.remember = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, SETTLED);
    if (!view.query) show();
  };
  view.page.addEventListener("click", (event) => {
    if (event.target.closest("[data-hit] a")) keep();
    if (!event.target.closest("[data-forget]")) return;
    write([]);
    show();
    view.box.focus();
  });
  view.box.form.addEventListener("submit", () => setTimeout(keep));
  show();
}

function write(words) {
  try {
    if (words.length) localStorage.setItem(RECENT, JSON.stringify(words.slice(0, MOST)));
    else localStorage.removeItem(RECENT);
  } catch {
    // Storage is closed to us: nothing is remembered
  }
}
