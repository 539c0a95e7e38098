// Aliases inside what was typed: in one (停车位收费), or spread over it (工资…不发: 工资怎么还不发). Loaded only where a word is
// found nowhere.

// … as it is folded, how many characters may stand there, and how far such an alias reaches
const SPREAD = "...";
const APART = 5;
const FARTHEST = 24;

// How a run of letters is cut into terms, and what of a text is not dropped; `tools` are functions of the search itself.
export function within({ wordTerm, wording }, aliases) {
  const words = [...aliases.keys()];
  const spread = words.filter((one) => one.includes(SPREAD)).map((one) => ({ parts: one.split(SPREAD), means: aliases.get(one) }));
  const longest = Math.max(0, ...words.map((one) => [...one].length));
  return {
    cut: (run) => cut([...run], aliasesIn([...run], { aliases, longest, spread }), { wordTerm, wording }),
    isKept: (place, text) => spread.some(({ parts }) => covers(place, text, parts)),
  };
}

// What stands around the aliases are words of their own.
function cut(all, found, { wordTerm, wording }) {
  const terms = [];
  let last = 0;
  const word = (from, to) => from < to && terms.push({ text: all.slice(from, to).join("") });
  for (const { from, size, means } of longestFirst(found)) {
    word(last, from);
    terms.push(wordTerm(all.slice(from, from + size).join(""), means));
    if (last < from) terms.push(seam(all, from, wording));
    last = from + size;
    if (last < all.length) terms.push(seam(all, last, wording));
  }
  word(last, all.length);
  return terms;
}

// Where a word was cut in two, its parts still count more where they stand together.
function seam(all, n, wording) {
  const text = all[n - 1] + all[n];
  return { text: `${text} `, wordings: [wording(text)], size: 2, optional: true };
}

// Those that do not overlap, in their order: 态度差 is no 生态 in 医生态度差.
function longestFirst(found) {
  const kept = [];
  for (const one of found.sort((a, b) => b.size - a.size || a.from - b.from)) {
    if (kept.every(({ from, size }) => one.from >= from + size || from >= one.from + one.size)) kept.push(one);
  }
  return kept.sort((a, b) => a.from - b.from);
}

// All aliases, each { from, size, means }.
function aliasesIn(all, { aliases, longest, spread }) {
  return all.flatMap((_, from) => {
    const rest = all.slice(from, from + FARTHEST).join("");
    const found = spread.map(({ parts, means }) => ({ from, size: [...rest.slice(0, reach(rest, parts))].length, means }));
    for (let size = Math.min(longest, all.length - from); size > 0; size--) {
      const means = aliases.get(all.slice(from, from + size).join(""));
      if (means) found.push({ from, size, means });
    }
    return found.filter(({ size }) => size);
  });
}

// Where parts end that follow each other in a text from its beginning; 0 where they do not.
function reach(text, parts) {
  let end = 0;
  for (const [number, part] of parts.entries()) {
    const found = text.indexOf(part, end);
    if (found < 0 || found - end > (number ? APART : 0)) return 0;
    end = found + part.length;
  }
  return end;
}

// Whether a place of a text is one that parts reach over.
function covers(place, text, parts) {
  for (let n = Math.max(0, place - FARTHEST); n <= place; n++) if (n + reach(text.slice(n, n + FARTHEST), parts) > place) return true;
  return false;
}
