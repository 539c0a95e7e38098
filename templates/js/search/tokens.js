// What stands between the marks of a text: the same in disclosure/search/tokens.py.

const LETTER = /^[0-9a-z\u00df-\u024f\u0370-\u03ff\u0400-\u052f\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}]$/u;
const DIGIT = /^[0-9]$/;

// 2.5, 3+5 and 60% are words with their signs.
function isWord(before, one, after) {
  if (LETTER.test(one)) return true;
  if (one === ".") return DIGIT.test(before) && DIGIT.test(after);
  if (one === "%") return DIGIT.test(before);
  return one === "+" && (DIGIT.test(before) || DIGIT.test(after));
}

// What stands between the spaces and marks of a folded text, each as its code points.
export function runs(folded) {
  const all = [...folded];
  const found = [];
  let run = [];
  all.forEach((one, n) => {
    if (isWord(all[n - 1] ?? "", one, all[n + 1] ?? "")) run.push(one);
    else if (run.length) {
      found.push(run);
      run = [];
    }
  });
  if (run.length) found.push(run);
  return found;
}

// A folded text without marks and blanks.
export const letters = (folded) => runs(folded).flat().join("");

export const pairs = (characters) => characters.slice(1).map((one, n) => characters[n] + one);
