// What the values of filters are called.
import { valuesOf } from "./filters.js";

// Whether there is such a value, also where no document has it.
export const knows = (view, name, value) => Boolean(named(view, name, value)) || (view.all ?? []).some((one) => valuesOf(name, one).includes(value));

export const labelOf = (view, name, value) => named(view, name, value) ?? value;

function named(view, name, value) {
  const { store, outcomes, filed = {} } = view;
  if (name === "site") return store.sites.find(([id]) => id === value)?.[1];
  if (name === "year") return store.reports.some((one) => String(one[1]) === value) ? view.page.querySelector("[data-chips]").dataset.year.replace("{year}", value) : undefined;
  if (name === "district" && store.older) return store.reports.some((one) => one[3] === value) ? value : undefined;
  if (name === "report") return store.reports.find(([key]) => key === value)?.[2];
  if (name === "kind") return store.kinds.find(({ id }) => id === value)?.label;
  if (name === "topic") return (store.topics ?? []).find(([id]) => id === value)?.[1];
  if (name === "outcome" && outcomes[value]) return outcomes[value].slice(0, 2).join(" ");
  if (name === "section") return sections(view).get(value);
  return (filed[name] ?? []).find(([id]) => id === value)?.[1];
}

// Every report has its （一）: where several are found, the report goes with it.
function sections(view) {
  if (view.sections) return view.sections;
  const found = new Map();
  view.all?.forEach(({ kind, section, title, sectionTitle }) => {
    if (section && kind === "heading") found.set(section, title ?? sectionTitle);
    else if (section && !found.has(section) && sectionTitle) found.set(section, sectionTitle);
  });
  const reports = new Set([...found.keys()].map((section) => section.split("/")[0]));
  const names = reports.size > 1 ? reportNames(view) : undefined;
  if (names) for (const [section, title] of found) found.set(section, `${title} ${names(section.split("/")[0])}`);
  return (view.sections = found);
}

// A report's key is its year where there is one district, and no word that a reader knows where there are several.
function reportNames({ store: { reports }, page }) {
  if (new Set(reports.map((one) => one[3])).size < 2) return (key) => key;
  const { year: written } = page.querySelector("[data-chips]").dataset;
  const names = new Map(reports.map(([key, year, , district]) => [key, `${district ?? ""}${written.replace("{year}", year)}`]));
  return (key) => names.get(key) ?? key;
}
