// One value of a file that stands is replaced, or taken away: every other sign stays where it is. What is read afterwards
// is what was read before but for this one value; where that cannot be said for certain, the file is refused.
import { readPlaces } from "./reader.js";
import { Refused, certain, headOf, opened, parted, readFile } from "./standing.js";
import { LITERAL, double, scalar, single } from "./written.js";

// The value at `path` (names, and numbers from 0) of a YAML file, or of an article's head, becomes `value`; an empty one
// is taken away. `field` says how it is written.
export function replaceValue(text, { isArticle, path, value, field }) {
  const file = opened(text);
  const { start, head } = yamlOf(file, isArticle);
  const { value: before, places } = placesOf(head);
  const place = places.find((one) => isSamePath(one.path, path));
  if (!place) throw new Refused("place");
  const change = value === "" ? without(head, place) : instead(head, place, value, field);
  const old = valueIn(before, path);
  const isEnded = change.isLiteral && old.endsWith("\n");
  const expected = withChange(before, path, value === "" ? undefined : value + (isEnded ? "\n" : ""));
  return spliced(file, start, change, isArticle ? headOf : readFile, expected);
}

// A passage of an article's text, which is there once.
export function replaceText(text, was, now) {
  const file = opened(text);
  const { end } = parted(file);
  const start = file.lines.slice(0, end + 1).join("\n").length;
  const at = file.text.indexOf(was, start);
  if (!was || at < 0 || file.text.indexOf(was, at + 1) >= 0) throw new Refused("text");
  return spliced(file, 0, { start: at, end: at + was.length, written: now }, headOf, headOf(text));
}

// What a value of a file is, as it is read; nothing where there is none.
export function valueIn(record, path) {
  return path.reduce((found, step) => (found && typeof found === "object" ? found[step] : undefined), record);
}

function yamlOf(file, isArticle) {
  if (!isArticle) {
    const start = file.text.startsWith("\ufeff") ? 1 : 0;
    return { start, head: file.text.slice(start) };
  }
  const { head } = parted(file);
  return { start: file.lines[0].length + 1, head };
}

function placesOf(text) {
  try {
    return readPlaces(text);
  } catch {
    throw new Refused("file");
  }
}

function spliced(file, from, { start, end, written }, read, expected) {
  const text = file.text.slice(0, from + start) + written + file.text.slice(from + end);
  return certain(file, text.split("\n"), read, expected);
}

function isSamePath(one, other) {
  return one.length === other.length && one.every((step, n) => step === other[n]);
}

function instead(head, { start, end }, value, field) {
  const old = head.slice(start, end);
  if (old.startsWith("|") && value.includes("\n") && value.split("\n").every((line) => LITERAL.test(line))) {
    const [first, ...rest] = old.split("\n");
    const indent = /^ */.exec(rest.find((line) => line.trim()))[0];
    return { start, end, written: [first, ...value.split("\n").map((line) => line && indent + line)].join("\n") + tailOf(old), isLiteral: true };
  }
  return { start, end, written: replacement(old, value, field) + tailOf(old) };
}

// The ends of lines that belong to a text: only a literal one has any.
function tailOf(text) {
  let end = text.length;
  while (text[end - 1] === "\n") end -= 1;
  return text.slice(end);
}

// In quotes where the old one was.
function replacement(old, value, field) {
  if (old.startsWith('"') || /[\n\t]/.test(value)) return double(value);
  return old.startsWith("'") ? single(value) : scalar(value, field);
}

// A field goes with its name: its lines where it stands on lines of its own, with a comma where it stands in brackets.
function without(head, { key, end }) {
  if (key === undefined) throw new Refused("item");
  const line = head.lastIndexOf("\n", key - 1) + 1;
  const after = /^[^\n]*/.exec(head.slice(end))[0];
  if (head.slice(line, key).trim() === "" && after.trim() === "") return { start: line, end: Math.min(end + after.length + 1, head.length), written: "" };
  const next = /^\s*,\s*/.exec(head.slice(end));
  if (next) return { start: key, end: end + next[0].length, written: "" };
  const before = /,\s*$/.exec(head.slice(0, key));
  if (!before || !/^\s*\}/.test(head.slice(end))) throw new Refused("field");
  return { start: before.index, end, written: "" };
}

function withChange(value, [step, ...rest], now) {
  const copy = Array.isArray(value) ? value.slice() : { ...value };
  if (rest.length) copy[step] = withChange(value[step], rest, now);
  else if (now === undefined) delete copy[step];
  else copy[step] = now;
  return copy;
}
