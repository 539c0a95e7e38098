// The promises as the index has them, row by row in the order of the register: which ones fit, in which order.
// A column gives each row a sign for each of its values; the first value's sign is this one (register_index.py).
const FIRST = 35;

export function openIndex(data) {
  const split = new Map();
  // Only what is asked for is cut
  const signs = (name, text) => split.get(name) || split.set(name, text.split(" ")).get(name);
  const column = (name) => signs(name, data.columns[name].signs);
  return {
    ...data,
    rows: data.ids.map((_, n) => n),
    ends: data.groups.map((_, n) => data.groups.slice(0, n + 1).reduce((sum, one) => sum + one)),
    column,
    said: (row) => data.words[place(signs("", data.said)[row])],
    value: (name, row) => place(column(name)[row]),
  };
}

function place(sign) {
  return sign.charCodeAt(0) - FIRST;
}

// `facets` are names with the value wanted; `words`, folded, must all stand in a row's `texts`.
export function choose(index, facets, words, texts) {
  const tests = facets.map(([name, value]) => ({ of: index.column(name), any: signsOf(index.columns[name], value) }));
  const fits = (row) => tests.every(({ of, any }) => any.some((sign) => of[row].includes(sign)));
  return index.rows.filter((row) => fits(row) && words.every((word) => texts[row].includes(word)));
}

// One value may stand there with several labels.
function signsOf({ ids }, value) {
  return ids.map((id, n) => (id === value ? String.fromCharCode(FIRST + n) : "")).filter(Boolean);
}

// By the place of a row's value in its column; rows that are alike stay as they stand.
export function sorted(index, rows, name) {
  if (!name) return rows;
  return [...rows].sort((a, b) => index.value(name, a) - index.value(name, b) || a - b);
}

export function groupOf(index, row) {
  return index.ends.findIndex((end) => row < end);
}
