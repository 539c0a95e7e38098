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
    isKept: (at, text) => spread.some(({ parts }) => covers(at, text, parts)),
  };
}

// What stands around the aliases are words of their own.
function cut(all, found, { wordTerm, wording }) {
  const terms = [];
  let last = 0;
  const word = (from, to) => from < to && terms.push({ text: all.slice(from, to).join("") });
  for (const { at, size, means } of longestFirst(found)) {
    word(last, at);
    terms.push(wordTerm(all.slice(at, at + size).join(""), means));
    if (last < at) terms.push(seam(all, at, wording));
    last = at + size;
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
  for (const one of found.sort((a, b) => b.size - a.size || a.at - b.at)) {
    if (kept.every(({ at, size }) => one.at >= at + size || at >= one.at + one.size)) kept.push(one);
  }
  return kept.sort((a, b) => a.at - b.at);
}

// All aliases, each { at, size, means }.
function aliasesIn(all, { aliases, longest, spread }) {
  return all.flatMap((_, at) => {
    const rest = all.slice(at, at + FARTHEST).join("");
    const found = spread.map(({ parts, means }) => ({ at, size: [...rest.slice(0, reach(rest, parts))].length, means }));
    for (let size = Math.min(longest, all.length - at); size > 0; size--) {
      const means = aliases.get(all.slice(at, at + size).join(""));
      if (means) found.push({ at, size, means });
    }
    return found.filter(({ size }) => size);
  });
}

// Where parts end that follow each other in a text from its beginning; 0 where they do not.
function reach(text, parts) {
  let end = 0;
  for (const [number, part] of parts.entries()) {
    const at = text.indexOf(part, end);
    if (at < 0 || at - end > (number ? APART : 0)) return 0;
    end = at + part.length;
  }
  return end;
}

// Whether a place of a text is one that parts reach over.
function covers(at, text, parts) {
  for (let n = Math.max(0, at - FARTHEST); n <= at; n++) if (n + reach(text.slice(n, n + FARTHEST), parts) > at) return true;
  return false;
}
