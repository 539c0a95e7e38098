// The ranking: how rare what was asked for is, how much a document counts it, how much of the query it covers.
const OTHERS = 0.15; // what a second wording of the same thing adds
const NEARLY = 0.33; // how much of a long word a document has to hold to be an answer at all
const LONG = 4;
const WHOLE = 4; // how much more a document counts that holds everything

export const rarity = (total, holding) => Math.log(1 + (total - holding + 0.5) / (holding + 0.5));

// Hits for the query's `terms`, best first: { n, score, coverage, whole, direct }. `found` gives a token's documents and weights.
// `whole` has every term, `direct` at least one; the rest matches nothing that was asked for.
export function rank(terms, found, total, lean = () => 1) {
  const needed = terms.filter((term) => !term.optional);
  const hits = new Map();
  let asked = 0;
  for (const term of terms) {
    const { value, documents } = match(term, found, total);
    if (!term.optional) asked += value;
    for (const [n, one] of documents) add(hits, n, one, term, value);
  }
  const ranked = [];
  for (const [n, hit] of hits) {
    if (!hit.touched) continue;
    const coverage = hit.covered / asked;
    const whole = hit.full === needed.length;
    const score = hit.score * coverage * coverage * (whole ? WHOLE : 1) * lean(n);
    ranked.push({ n, score, coverage, whole, direct: hit.full > 0 || hit.nearly });
  }
  return ranked.sort((a, b) => b.direct - a.direct || b.score - a.score || a.n - b.n);
}

function add(hits, n, one, term, value) {
  let hit = hits.get(n);
  if (!hit) hits.set(n, (hit = { score: 0, covered: 0, full: 0, nearly: false, touched: false }));
  hit.score += one.score * (term.optional ? 0.3 : 1);
  if (term.optional) return;
  hit.touched = true;
  hit.covered += value * one.coverage;
  if (one.coverage > 0.999) hit.full++;
  else if (term.size >= LONG && one.coverage >= NEARLY) hit.nearly = true;
}

// A term's documents by its best wording, and what the term weighs in the query.
function match(term, found, total) {
  const documents = new Map();
  let value = 0;
  for (const wording of term.wordings) {
    const tokens = wording.tokens.map((token) => ({ list: found(token), weight: 0 }));
    let sum = 0;
    for (const token of tokens) sum += token.weight = rarity(total, token.list?.length ?? 0);
    value = value || sum;
    // Another wording counts as much as what was typed, however long it is
    const scale = (wording.weight * value) / sum;
    const own = wordingHits(tokens, sum);
    for (const [n, { score, coverage }] of own) {
      if (wording.all && coverage < 0.999) continue;
      merge(documents, n, score * scale, coverage * (wording.part ?? 1));
    }
  }
  return { value, documents };
}

function wordingHits(tokens, sum) {
  const own = new Map();
  for (const { list, weight } of tokens) {
    if (!list) continue;
    for (let i = 0; i < list.length; i++) {
      const n = list.documents[i];
      let one = own.get(n);
      if (!one) own.set(n, (one = { score: 0, coverage: 0 }));
      one.score += weight * list.weights[i];
      one.coverage += weight / sum;
    }
  }
  return own;
}

function merge(documents, n, score, coverage) {
  const one = documents.get(n);
  if (!one) {
    documents.set(n, { score, coverage });
    return;
  }
  const [more, less] = score > one.score ? [score, one.score] : [one.score, score];
  one.score = more + OTHERS * less;
  one.coverage = Math.max(one.coverage, coverage);
}
