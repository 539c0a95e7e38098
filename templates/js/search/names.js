// What a document is named by.
const ID = /(?:^|[/#-])([crn]\d+|p\d+-[^/.#]+)(?:\.html)?$/;
const UPDATE = /^updates\/[^/]+\/(\d{4}-(\d{2}-\d{2}))/;

// The tokens that a document is named by, of its address: the same in disclosure/search/named.py.
export function namesOf(address) {
  const [, id] = ID.exec(address) ?? [];
  const days = UPDATE.exec(address) ?? [];
  return [id, ...days.slice(1)].filter(Boolean).map((name) => `#${name}`);
}
