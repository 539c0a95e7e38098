// Reads YAML as content files are written by hand: blocks, brackets on one or more lines, texts of one line or literal.
// All else (folded texts, anchors, several documents) is refused: a file that is not understood is not changed.

const KEY = /[A-Za-z0-9_][\w./-]*(?=:(?:\s|$))/y;
const SPECIAL = /^(?:[[\]{},#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.)/;
const ESCAPES = { n: "\n", t: "\t", '"': '"', "\\": "\\", "/": "/" };
const LINE_END = /[ ]*(?:#.*)?(?:\n|$)/y;

export class Unreadable extends Error {}

// The value of a text: texts, lists, records; nothing where the text holds none.
export function readYaml(text) {
  return readPlaces(text).value;
}

// { value, places }: and where each single value stands, { path, start, end, key }: `path` are names and numbers from 0,
// `key` is where the name in front of it begins. They count in the text with plain line ends and no mark at its front.
export function readPlaces(text) {
  const state = { text: text.replace(/^\ufeff/, "").replace(/\r\n/g, "\n"), spot: 0, steps: [], places: [] };
  return { value: readWhole(state), places: state.places };
}

function readWhole(state) {
  if (/^(?:---|\.\.\.|%)/m.test(state.text)) throw new Unreadable("document");
  next(state);
  if (state.spot >= state.text.length) return undefined;
  const value = block(state);
  next(state);
  if (state.spot < state.text.length) refuse(state);
  return value;
}

// What stands under a name, or in a list.
function under(state, step, key, read) {
  state.steps.push({ step, key });
  const value = read();
  state.steps.pop();
  return value;
}

function marked(state, start) {
  const last = state.steps[state.steps.length - 1];
  state.places.push({ path: state.steps.map(({ step }) => step), start, end: state.spot, key: last && last.key });
}

function refuse(state) {
  throw new Unreadable(String(state.text.slice(0, state.spot).split("\n").length));
}

function column(state) {
  return state.spot - (state.text.lastIndexOf("\n", state.spot - 1) + 1);
}

function here(state, form) {
  form.lastIndex = state.spot;
  return form.exec(state.text);
}

// Goes to what is said next, over blanks, comments and ends of lines.
function next(state) {
  for (;;) {
    while (state.text[state.spot] === " " || state.text[state.spot] === "\n") state.spot += 1;
    if (state.text[state.spot] === "\t") refuse(state);
    if (state.text[state.spot] !== "#") return;
    while (state.spot < state.text.length && state.text[state.spot] !== "\n") state.spot += 1;
  }
}

function isItem(state) {
  return state.text[state.spot] === "-" && /^(?:[ \n]|$)/.test(state.text.slice(state.spot + 1, state.spot + 2));
}

function block(state) {
  const margin = column(state);
  if (isItem(state)) return sequence(state, margin);
  if (here(state, KEY)) return mapping(state, margin);
  return inline(state, margin - 1);
}

function sequence(state, margin) {
  const values = [];
  while (state.spot < state.text.length && column(state) === margin && isItem(state)) {
    state.spot += 1;
    values.push(under(state, values.length, undefined, () => within(state, margin)));
    next(state);
  }
  if (state.spot < state.text.length && column(state) > margin) refuse(state);
  return values;
}

// What an item's sign stands before: on the same line, or further in on the next ones.
function within(state, margin) {
  const line = lineStart(state);
  next(state);
  if (state.spot < state.text.length && (lineStart(state) === line || column(state) > margin)) return block(state);
  return "";
}

function lineStart(state) {
  return state.text.lastIndexOf("\n", state.spot - 1);
}

function mapping(state, margin) {
  const values = {};
  while (state.spot < state.text.length && column(state) === margin) {
    const key = here(state, KEY);
    if (!key || key[0] in values) refuse(state);
    const start = state.spot;
    state.spot += key[0].length + 1;
    values[key[0]] = under(state, key[0], start, () => field(state, margin));
    next(state);
  }
  if (state.spot < state.text.length && column(state) > margin) refuse(state);
  return values;
}

function field(state, margin) {
  const line = lineStart(state);
  next(state);
  if (state.spot >= state.text.length) return "";
  if (lineStart(state) === line) return inline(state, margin);
  const isListAtMargin = column(state) === margin && isItem(state);
  if (isListAtMargin) return sequence(state, margin);
  return column(state) > margin ? block(state) : "";
}

// A value that begins on this line; what follows it stands at the margin or further out.
function inline(state, margin) {
  const sign = state.text[state.spot];
  if (sign === "|") return literal(state, margin);
  const value = "[{'\"".includes(sign) ? enclosed(state) : plainText(state);
  const end = here(state, LINE_END);
  if (!end || (end[0].startsWith("#") && !/\s/.test(state.text[state.spot - 1]))) refuse(state);
  state.spot += end[0].length;
  next(state);
  if (state.spot < state.text.length && column(state) > margin) refuse(state);
  return value;
}

function plainText(state) {
  const line = here(state, /[^\n]*/y)[0];
  const text = line.replace(/\s#.*$/, "").trimEnd();
  if (SPECIAL.test(text) || /:(?:\s|$)/.test(text) || text.includes("\t")) refuse(state);
  state.spot += text.length;
  marked(state, state.spot - text.length);
  return text;
}

function literal(state, margin) {
  const start = state.spot;
  const head = here(state, /\|(-?)[ ]*\n/y);
  if (!head) refuse(state);
  state.spot += head[0].length;
  const lines = [];
  let inner = 0;
  while (state.spot < state.text.length) {
    const line = here(state, /[^\n]*/y)[0];
    const indent = line.length - line.trimStart().length;
    if (line.trim()) inner = inner || indent;
    if (line.trim() && (indent < inner || indent <= margin)) break;
    lines.push(line.slice(inner));
    state.spot += line.length + 1;
  }
  state.spot = Math.min(state.spot, state.text.length);
  while (lines[lines.length - 1] === "") lines.pop();
  const text = lines.join("\n");
  if (!text || text.startsWith("\n") || text.startsWith(" ")) refuse(state);
  marked(state, start);
  return head[1] ? text : `${text}\n`;
}

function enclosed(state) {
  const sign = state.text[state.spot];
  if (sign === "[") return flowList(state);
  if (sign === "{") return record(state);
  return quoted(state, sign);
}

function quoted(state, sign) {
  const found = here(state, sign === "'" ? /'((?:[^'\n]|'')*)'(?!')/y : /"((?:[^"\\\n]|\\[^\n])*)"/y);
  if (!found) refuse(state);
  state.spot += found[0].length;
  marked(state, state.spot - found[0].length);
  if (sign === "'") return found[1].replace(/''/g, "'");
  return found[1].replace(/\\(.)/g, (_, one) => (one in ESCAPES ? ESCAPES[one] : refuse(state)));
}

function flowList(state) {
  const values = [];
  state.spot += 1;
  for (;;) {
    next(state);
    if (close(state, "]")) return values;
    values.push(under(state, values.length, undefined, () => member(state)));
    comma(state, "]");
  }
}

function record(state) {
  const values = {};
  state.spot += 1;
  for (;;) {
    next(state);
    if (close(state, "}")) return values;
    const key = here(state, /[A-Za-z0-9_][\w./-]*(?=:[\s])/y);
    if (!key || key[0] in values) refuse(state);
    const start = state.spot;
    state.spot += key[0].length + 1;
    next(state);
    values[key[0]] = ",}".includes(state.text[state.spot]) ? "" : under(state, key[0], start, () => member(state));
    comma(state, "}");
  }
}

function member(state) {
  if ("[{'\"".includes(state.text[state.spot])) return enclosed(state);
  const text = here(state, /[^\n,[\]{}]*/y)[0].replace(/\s#.*$/, "").trimEnd();
  if (!text || SPECIAL.test(text) || /:(?:\s|$)/.test(text) || text.includes("\t")) refuse(state);
  state.spot += text.length;
  marked(state, state.spot - text.length);
  return text;
}

function close(state, sign) {
  const isClosed = state.text[state.spot] === sign;
  if (isClosed) state.spot += 1;
  return isClosed;
}

function comma(state, end) {
  next(state);
  if (state.text[state.spot] === ",") state.spot += 1;
  else if (state.text[state.spot] !== end) refuse(state);
}
