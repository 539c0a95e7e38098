// Documents from their columns, written by disclosure/search/rows.py.
export const PARAGRAPH = "paragraph";
const PRIVATE = 0xe000;

// Documents numbered from `first`; those of one passage carry the number of its paragraph as their group.
export function readRows(columns, { kinds }, first = 0) {
  const addresses = {};
  let before = { passage: "", section: "", place: "", end: 0 };
  let paragraph = [];
  return (columns[0] ?? []).map((_, n) => {
    const [number, shared, rest, title, text, gap, length, passage, section, place, gaps, outcome, also] = columns.map(
      (column) => column[n],
    );
    const one = { n: first + n, kind: kinds[number].id, text: text || "", outcome: outcome || "", also: also || "" };
    const last = addresses[one.kind] ?? "";
    one.address = addresses[one.kind] = rest === 0 ? next(last) : last.slice(0, shared) + rest;
    one.passage = passage === 0 ? before.passage : passage;
    one.section = section === 0 ? before.section : section;
    one.place = place === 0 ? before.place : place;
    const isQuote = one.passage && one.kind !== PARAGRAPH;
    const goesOn = isQuote && one.passage === before.passage && one.section === before.section;
    one.start = gap + (goesOn && before.kind !== PARAGRAPH ? before.end : 0);
    one.end = one.start + length;
    if (isQuote) one.text = paragraph.slice(one.start, one.end).join("");
    one.title = title ? whole(title, one.text) : one.text;
    one.group = goesOn ? before.group : one.n;
    let at = 0;
    one.sentences = (gaps || []).map((step) => (at += step));
    if (one.kind === PARAGRAPH) paragraph = [...one.text];
    before = one;
    return one;
  });
}

// …/c016.html -> …/c017.html
const next = (address) =>
  address.replace(/[0-9]+(?=[^0-9]*$)/, (number) => String(Number(number) + 1).padStart(number.length, "0"));

// A title with its stretches of the text put back: two private characters each, for beginning and length.
function whole(title, text) {
  const all = [...text];
  const stretch = (_, at, size) => all.slice(at.charCodeAt(0) - PRIVATE, at.charCodeAt(0) + size.charCodeAt(0) - 2 * PRIVATE).join("");
  return title.replace(/([\ue000-\uf8ff])([\ue000-\uf8ff])/g, stretch);
}
