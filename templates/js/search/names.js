// What a document is named by.
const ID = /(?:^|[/#-])([crn]\d+|p\d+-[^/.#]+)(?:\.html)?$/;
const UPDATE = /^updates\/[^/]+\/(\d{4}-(\d{2}-\d{2}))/;

// The tokens that a document is named by, of its address: the same in disclosure/search/named.py.
export function namesOf(address) {
  const [, id] = ID.exec(address) ?? [];
  const days = UPDATE.exec(address) ?? [];
  return [id, ...days.slice(1)].filter(Boolean).map((name) => `#${name}`);
}

// A small site's documents get these tokens the first time that something is named; `store` has them all at hand.
export async function nameAll(store) {
  const documents = await store.facets();
  for (const { n, address } of documents.slice(store.named ?? 0)) {
    for (const token of namesOf(address)) {
      const list = store.tokens.get(token) ?? { length: 0, documents: [], weights: [] };
      list.documents.push(n);
      list.weights.push(1);
      list.length++;
      store.tokens.set(token, list);
    }
  }
  store.named = documents.length;
}
