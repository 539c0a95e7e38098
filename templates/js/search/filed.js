// Under what promises are filed beside their outcome: read only where somebody filters, or asks for it.

export const FILED = ["department", "reported", "evidenced", "schedule"];

// Gives each promise of `all` its ids, of the file's columns (disclosure/search/facets.py); what the ids are called.
export function attach(all, { labels, parts }) {
  const promises = all.filter(({ kind }) => kind === "commitment");
  for (const one of promises) one.filed = {};
  for (const name of FILED) {
    const ids = parts.flatMap((part) => part[name].of.map((numbers) => [numbers || []].flat().map((number) => part[name].known[number - 1])));
    promises.forEach((one, n) => (one.filed[name] = ids[n] ?? []));
  }
  return labels;
}
