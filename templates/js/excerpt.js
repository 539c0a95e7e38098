// What of a text a hit shows: about 90 characters around the first match, and which of them were asked for.
// All offsets are code points of the text. No DOM in here.
const LONGEST = 90;
const BEFORE = 24;

// `folded` comes from rank.js; `asked` are the query's words, `pairs` its pairs of characters.
export function matches(folded, asked, pairs) {
  const whole = asked.flatMap((word) => places(folded, word));
  const found = whole.length ? whole : pairs.flatMap((pair) => places(folded, pair));
  return join(found.sort((a, b) => a[0] - b[0]));
}

function places({ characters, at }, word) {
  const wanted = [...word];
  const found = [];
  for (let n = 0; n + wanted.length <= characters.length; n++) {
    if (wanted.every((one, m) => characters[n + m] === one)) found.push([at[n], at[n + wanted.length - 1] + 1]);
  }
  return found;
}

function join(spans) {
  const joined = [];
  for (const [start, end] of spans) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

// Where the excerpt begins and ends: with the sentence if that is near, and never in the middle of a match.
export function frame(characters, spans) {
  if (characters.length <= LONGEST) return [0, characters.length];
  const first = spans[0]?.[0] ?? 0;
  let start = Math.max(0, first - BEFORE);
  for (let n = start; n < first; n++) {
    if ("。；！？".includes(characters[n])) start = n + 1;
  }
  if (first < BEFORE * 1.5 && !characters.slice(0, first).some((one) => "。！？".includes(one))) start = 0;
  return [start, Math.min(characters.length, Math.max(start + LONGEST, spans[0]?.[1] ?? 0))];
}
