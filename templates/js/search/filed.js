// Under what promises are filed beside their outcome: read only where somebody filters, or asks for it.

export const FILED = ["department", "reported", "evidenced", "schedule"];

// Gives each promise among a part's documents its ids, of the part's columns (disclosure/search/facets.py).
export function attach(documents, part) {
  const promises = documents.filter(({ kind }) => kind === "commitment");
  for (const one of promises) one.filed = {};
  for (const name of FILED) {
    const { known, of } = part[name];
    promises.forEach((one, n) => (one.filed[name] = [of[n] || []].flat().map((number) => known[number - 1])));
  }
}
