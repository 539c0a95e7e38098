// Traditional characters to simplified ones. Where one stands for several (覆核 and 覆盖), the words of the site decide.

// `pairs` are characters in turns, of disclosure/search/tables/traditional.txt; `store` knows what stands in the texts.
export async function simplify(folded, pairs, store) {
  const of = formsOf(pairs);
  const forms = [...folded].map((one) => of.get(one) ?? [one]);
  const isClear = forms.every((each) => each.length === 1);
  const found = isClear ? undefined : await store.lookup(around(forms));
  let simple = "";
  for (const [n, each] of forms.entries()) {
    simple += each.length === 1 ? each[0] : await best(each, [...simple].pop() ?? "", forms[n + 1] ?? [], { found, store });
  }
  return simple;
}

function formsOf(pairs) {
  const all = [...pairs];
  const of = new Map();
  all.forEach((one, n) => n % 2 || of.set(one, [...(of.get(one) ?? []), all[n + 1]]));
  return of;
}

// The pairs that what is unclear may stand in.
function around(forms) {
  const pairs = forms.slice(1).flatMap((each, n) => (each.length * forms[n].length > 1 ? joined(forms[n], each) : []));
  return [...new Set(pairs)];
}

const joined = (before, after) => before.flatMap((one) => after.map((other) => one + other));

// The form that stands with its neighbours most often, or else is a word with them; the first where none does.
async function best(forms, last, next, { found, store }) {
  const pairsOf = (one) => [last + one, ...next.map((other) => one + other)].filter((pair) => [...pair].length === 2);
  const counts = forms.map((one) => Math.max(0, ...pairsOf(one).map((pair) => found(pair)?.length ?? 0)));
  const most = Math.max(...counts);
  if (most) return forms[counts.indexOf(most)];
  const known = await Promise.all(forms.map(async (one) => (await Promise.all(pairsOf(one).map(store.isWord))).some(Boolean)));
  return forms[Math.max(0, known.indexOf(true))];
}
