// Words that lead to another search.
import { brief } from "./brief.js";

const WORDS = 8;

export function item(word) {
  const made = document.createElement("li");
  const link = document.createElement("a");
  link.href = `?${new URLSearchParams({ q: word })}`;
  link.textContent = brief(word);
  made.append(link);
  return made;
}

// The site's own words that share most with a query that found nothing.
export function nearest(view) {
  const box = view.page.querySelector("[data-nearest]");
  const asked = new Set(view.query);
  const shared = (word) => [...new Set(word)].filter((one) => asked.has(one)).length / Math.sqrt([...word].length);
  const words = view.page.querySelector("[data-empty]").hidden ? [] : terms(view);
  const best = words.map((word) => [shared(word), word]).filter(([score]) => score > 0).sort((a, b) => b[0] - a[0]);
  box.hidden = !best.length;
  box.querySelector("ul").replaceChildren(...best.slice(0, WORDS).map(([, word]) => item(word)));
}

function terms({ store, all = [] }) {
  const titles = all.filter(({ kind, title }) => kind === "note" && title).map(({ title }) => title);
  return [...new Set([...titles, ...[...store.full.aliases.values()].flat()])];
}
