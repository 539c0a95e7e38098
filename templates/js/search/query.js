// What a reader typed, to terms: words that a document should hold, each in all its wordings.
import { fold } from "./fold.js";
import { letters, pairs, runs } from "./tokens.js";

// Servers refuse addresses much longer than this, and ?q= holds the query
export const LONGEST = 200;
// Said around what is asked for. Longest first; what only asks is dropped, nothing of it has to be found.
const ASKING =
  /什么时候|啥时候|在哪里|是干什么的|干什么的|是什么意思|什么意思|有没有|是什么|为什么|怎么样|怎么办|是多少|有多少|多少个|多少|什么是|什么叫|干什么|做什么|哪几个|几[个所家条处座项名户]|哪里有|哪些|哪里|在哪|哪个|怎么|怎样|如何|什么|何时|几时|为何|为啥|咋样|咋办|咋|啥|能否|可否|是否|哪儿|到底|究竟|你好|您好|去年|今年|明年|上年|请问|请教|查询|查一下|想知道|我想|告诉我|是不是|能不能|可以|关于|一下|进展情况|情况|[吗呢吧啊呀？]/g;
const ASPECT = /^(目标|计划|任务|进展|政策|措施)$/;
const FILLING = /[的了是有在和与及对把被要]/g;
const ALIAS = 0.7;
const PASTED = 14;
// Without what exact.js adds
const PLAIN = { signs: (words) => ({ words, phrases: [], without: [] }), byNumber: (text) => [{ text }] };

// Whether a query needs it: a figure, quotation marks, a minus, as much as is pasted.
export const isExact = (text) => text.length >= PASTED || /[0-9零〇一二三四五六七八九十百千万亿两“"「『‘]|(?:^|\s)[-−–]/.test(fold(text));

// { terms, phrases, without, isMarked }: the last where some words have to stand as they are, or shall not be there. `names`
// of the site and its places say nothing where everything is about them; `aliases` maps a word to others, and `within` (inside.js)
// finds those in a longer one. `exact` is there where it was loaded for the query.
export function parse(text, { names, aliases, filled = [], exact = PLAIN }, within) {
  const asked = [...text].slice(0, LONGEST).join("");
  const { words, phrases, without, isMarked } = exact.signs(fold(asked), { runs, letters });
  const isKept = (one, at, folded) => filled.some((word) => isPart(one, at, word, folded)) || within?.isKept(at, folded);
  const called = (run) => (aliases.has(run) ? [wordTerm(run, aliases.get(run))] : (within?.cut(run) ?? [{ text: run }]));
  const terms = split(words, names, isKept).flatMap((run) => termsOf(called(run), exact));
  return { terms: looseEnds(unique(terms)), phrases, without: without.map((word) => leftOut(word, exact)), isMarked };
}

// The tokens that a document holds which has the word, as it was typed.
function leftOut(word, exact) {
  const terms = termsOf(joined(word).map((text) => ({ text })), exact);
  return terms.flatMap(({ wordings }) => wordings[0].tokens);
}

// A single character left beside words was never what was asked for; a year only says when, 目标 only what of it.
function looseEnds(terms) {
  const isLoose = ({ text, size, year }) => size === 1 || year || ASPECT.test(text);
  const hasWord = terms.some((term) => !term.optional && !isLoose(term));
  return terms.map((term) => (hasWord && isLoose(term) ? { ...term, optional: true } : term));
}

function unique(terms) {
  const seen = new Set();
  return terms.filter((term) => !seen.has(term.text) && seen.add(term.text));
}

// The runs of letters that are left without what only asks, unless nothing would be left.
function split(folded, names, isKept) {
  const whole = joined(folded);
  for (const left of [bare(folded, names, isKept), bare(folded, [], isKept)].map(joined)) {
    if (left.some((run) => run.length > 1) || whole.every((run) => run.length === 1)) return left.length ? left : whole;
  }
  return whole;
}

// Without what only asks, and without the names that say nothing; what `isKept` stays where it stands.
export function bare(folded, names, isKept = () => false) {
  const without = (text, marks, dropped) => text.replace(marks, (one, at) => (isKept(one, at, text) ? one : dropped(one, at, text)));
  const left = names.reduce((text, name) => text.split(name).join(" "), without(folded, ASKING, () => " "));
  return without(left, FILLING, filling);
}

// Those of the words that hold what is dropped elsewhere (吃拿卡要).
export const filledOf = (words) => words.filter((word) => word.search(ASKING) >= 0 || word.search(FILLING) >= 0);

// Whether what stands at a place of the text is a part of a word that stands there.
const isPart = (one, at, word, text) =>
  word.includes(one) && text.slice(Math.max(0, at + one.length - word.length), at + word.length).includes(word);

const joined = (text) => runs(text).map((run) => run.join(""));

// A filling word parts two longer ones; at the edge of a short word it belongs to it (目的, 有人).
function filling(one, at, text) {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + 1, at + 3);
  const long = (part) => runs(part).some((run) => run.length > 1);
  return long(before) && (long(after) || !runs(after).length) && !(one === "有" || one === "和") ? " " : one;
}

function termsOf(parts, exact) {
  const term = ({ text, number, about }) => (number ? exact.numberTerm(text, number, about) : wordTerm(text));
  return parts.flatMap((part) => (part.wordings ? [part] : exact.byNumber(part.text).map(term)));
}

export function wordTerm(text, others = [], weight = ALIAS) {
  const wordings = [wording(text), ...others.filter((other) => other !== text).map((other) => wording(other, weight))];
  return { text, wordings, size: [...text].length };
}

export function wording(text, weight = 1) {
  const all = runs(text).flatMap((run) => (run.length > 1 ? pairs(run) : run));
  return { text, tokens: [...new Set(all)], weight, all: weight < 1 };
}
