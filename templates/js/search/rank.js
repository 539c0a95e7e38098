// The ranking: how rare what was asked for is, how much a document counts it, how much of the query it covers.
// What a second wording of the same thing adds
const OTHERS = 0.15;
// How much of a long word a document has to hold to be an answer at all
const NEARLY = 0.33;
const LONG = 4;
// How much more a document counts that holds everything
const WHOLE = 4;

export const rarity = (total, holding) => Math.log(1 + (total - holding + 0.5) / (holding + 0.5));

// Hits for the query's `terms`: { n, score, coverage, whole, direct }, the direct ones first and in order, best first; the
// rest, of which nobody may ever see any, in no order. `found` gives a token's documents and weights. `whole` has every term,
// `direct` at least one; the rest matches nothing that was asked for.
export function rank(terms, found, total, lean = () => 1) {
  const needed = terms.filter((term) => !term.optional);
  const hits = { ...tally(total), full: new Uint16Array(total), nearly: new Uint8Array(total) };
  let asked = 0;
  for (const term of terms) {
    const { value, documents } = match(term, found, total);
    if (!term.optional) asked += value;
    add(hits, documents, term, value);
  }
  const ranked = [];
  for (const n of hits.numbers) {
    if (!hits.coverage[n]) continue;
    const coverage = hits.coverage[n] / asked;
    const whole = hits.full[n] === needed.length;
    const score = hits.score[n] * coverage * coverage * (whole ? WHOLE : 1) * lean(n);
    ranked.push({ n, score, coverage, whole, direct: hits.full[n] > 0 || hits.nearly[n] > 0 });
  }
  return [...ranked.filter(({ direct }) => direct).sort(better), ...ranked.filter(({ direct }) => !direct)];
}

export const better = (a, b) => b.score - a.score || a.n - b.n;

// The numbers of documents as they came, and what each has; those that have nothing have no score.
const tally = (total) => ({ numbers: [], score: new Float64Array(total), coverage: new Float64Array(total) });

// What a term gives to the hits.
function add(hits, { numbers, score, coverage }, term, value) {
  for (const n of numbers) {
    if (!hits.score[n]) hits.numbers.push(n);
    hits.score[n] += score[n] * (term.optional ? 0.3 : 1);
    if (term.optional) continue;
    hits.coverage[n] += value * coverage[n];
    if (coverage[n] > 0.999) hits.full[n]++;
    else if (term.size >= LONG && coverage[n] >= NEARLY) hits.nearly[n] = 1;
  }
}

// A term's documents by its best wording, and what the term weighs in the query.
function match(term, found, total) {
  const isPlain = term.wordings.length === 1 && term.wordings[0].weight === 1 && !term.wordings[0].all && !term.wordings[0].part;
  const documents = isPlain ? undefined : tally(total);
  let value = 0;
  for (const wording of term.wordings) {
    const tokens = wording.tokens.map((token) => ({ list: found(token), weight: 0 }));
    let sum = 0;
    // Of the whole index, also where the list is of the newest years alone
    for (const token of tokens) sum += token.weight = rarity(total, token.list ? token.list.length + (token.list.older ?? 0) : 0);
    value = value || sum;
    // Another wording counts as much as what was typed, however long it is
    const scale = (wording.weight * value) / sum;
    const own = wordingHits(tokens, sum, total);
    if (isPlain) return { value, documents: own };
    const { numbers, score, coverage } = own;
    for (const n of numbers) {
      if (wording.all && coverage[n] < 0.999) continue;
      merge(documents, n, score[n] * scale, coverage[n] * (wording.part ?? 1));
    }
  }
  return { value, documents };
}

function wordingHits(tokens, sum, total) {
  const own = tally(total);
  for (const { list, weight } of tokens) {
    if (!list) continue;
    const { documents, weights, length } = list;
    for (let i = 0; i < length; i++) {
      const n = documents[i];
      if (!own.score[n]) own.numbers.push(n);
      own.score[n] += weight * weights[i];
      own.coverage[n] += weight / sum;
    }
  }
  return own;
}

function merge(documents, n, score, coverage) {
  const before = documents.score[n];
  if (!before) documents.numbers.push(n);
  const [more, less] = score > before ? [score, before] : [before, score];
  documents.score[n] = more + OTHERS * less;
  documents.coverage[n] = Math.max(documents.coverage[n], coverage);
}
