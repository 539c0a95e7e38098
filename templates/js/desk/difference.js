// Two texts line by line: which lines are new, which are gone, and a few of those around them.
const AROUND = 2;

// `sign` is + or -, a blank where the line stands in both; `text` an ellipsis where lines are left out.
export function difference(before, after) {
  const [old, young] = [lines(before), lines(after)];
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < young.length - start && old[old.length - 1 - end] === young[young.length - 1 - end]) end += 1;
  const middle = changes(old.slice(start, old.length - end), young.slice(start, young.length - end));
  return near([...old.slice(0, start).map(same), ...middle, ...old.slice(old.length - end).map(same)]);
}

function lines(text) {
  const found = text.replace(/\r\n/g, "\n").split("\n");
  if (found[found.length - 1] === "") found.pop();
  return found;
}

function same(text) {
  return { sign: " ", text };
}

// By the longest common lines; of very long stretches all old lines are gone and all new ones new.
function changes(old, young) {
  const gone = old.map((text) => ({ sign: "-", text }));
  const come = young.map((text) => ({ sign: "+", text }));
  if (old.length * young.length > 1000000) return [...gone, ...come];
  const longest = Array.from({ length: old.length + 1 }, () => new Array(young.length + 1).fill(0));
  for (let a = old.length - 1; a >= 0; a -= 1) {
    for (let b = young.length - 1; b >= 0; b -= 1) {
      longest[a][b] = old[a] === young[b] ? longest[a + 1][b + 1] + 1 : Math.max(longest[a + 1][b], longest[a][b + 1]);
    }
  }
  const found = [];
  let [a, b] = [0, 0];
  while (a < old.length && b < young.length) {
    if (old[a] === young[b]) found.push(same(old[(b += 1, a++)]));
    else if (longest[a + 1][b] >= longest[a][b + 1]) found.push(gone[a++]);
    else found.push(come[b++]);
  }
  return [...found, ...gone.slice(a), ...come.slice(b)];
}

function near(all) {
  const isNear = (n) => all.slice(Math.max(0, n - AROUND), n + AROUND + 1).some(({ sign }) => sign !== " ");
  const found = [];
  all.forEach((line, n) => {
    if (isNear(n)) found.push(line);
    else if (!found.length || found[found.length - 1].sign !== "…") found.push({ sign: "…", text: "" });
  });
  return found;
}
