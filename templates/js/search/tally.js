// How many of the hits are promises, and how many of these have which outcome.
import { fill } from "./fill.js";

// `all` are what is known of the documents, by number; `outcomes` words by id, in their order.
export function tally({ page, left, all, outcomes }) {
  const place = page.querySelector("[data-tally]");
  const direct = left.filter((hit) => hit.direct);
  // Nothing where of some nothing is known
  const ids = all && direct.every(({ n }) => all[n]) ? direct.map(({ n }) => all[n].outcome).filter(Boolean) : [];
  const rows = Object.entries(outcomes)
    .map(([id, [, label]]) => ({ label, n: ids.filter((one) => one === id).length }))
    .filter(({ n }) => n);
  const each = rows.map((row) => fill(place.dataset.each, row));
  place.hidden = !each.length;
  place.textContent = each.length ? fill(place.dataset.all, { n: ids.length, list: each.join(place.dataset.between) }) : "";
}
