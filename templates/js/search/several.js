// What several sites say together, as the files of one index would.
import { keyOf } from "./joined.js";

// Mends `head`, what is known of all that were joined to `store`. A name says nothing only where everything on every site is
// about it.
export function know(head, store) {
  const all = store.all();
  const heads = all.map((site) => site.head);
  const reports = all.flatMap((site) => site.head.reports.map(([key, year, title, district]) => [keyOf(site, key), year, title, site.district || district || site.name]));
  Object.assign(head, {
    more: "more",
    names: heads[0].names.filter((name) => heads.every(({ names }) => names.includes(name))),
    year: Math.max(...heads.map(({ year }) => year)),
    reports,
    aliases: heads.map(({ aliases }) => aliases).filter(Boolean).join("\n"),
    rarer: heads.some(({ rarer }) => rarer),
    ways: [],
    asks: "",
  });
}

// The files beside the first that every search asks for by name. `grown` is told where documents were added.
export async function readTogether(name, store, grown) {
  const all = store.all();
  if (name === "filed") return { labels: {}, parts: [] };
  if (name === "rarer") return (await Promise.all(all.filter((site) => site.head.rarer).map((site) => site.text(name)))).filter(Boolean).join("\n");
  if (name === "characters") return characters(await Promise.all(all.map((site) => site.record(name))));
  if (name === "more") {
    if (await store.enlarge()) grown();
    return { places: [] };
  }
  // Common words are the same everywhere
  return Object.assign(Object.create(null), await all[0].record(name));
}

function characters(all) {
  const syllables = Object.create(null);
  for (const [name, said] of all.flatMap((one) => Object.entries(one.syllables ?? {}))) {
    if (typeof said === "string") syllables[name] = [...new Set((syllables[name] ?? "") + said)].join("");
  }
  return { syllables, traditional: all.map(({ traditional }) => (typeof traditional === "string" ? traditional : "")).join("") };
}
