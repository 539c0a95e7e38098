// What is said of a text: what is shown, with the few signs that voices read wrongly as they are read by people.
// Some voices stop after fifteen seconds, and say nothing of it: no piece takes as long.
const LONGEST = 50;
const DATE = /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g;
const MONTH = /(\d{4})-(\d{2})(?![\d-])/g;
const RANGE = /(\d[%％‰]?)\s?[—–～~]+\s?(?=\d)/g;
// A sign that voices leave out, though the sense is in it
const COMPARED = { "≥": "不少于", "≤": "不超过", "＞": "大于", ">": "大于", "＜": "小于", "<": "小于", "＝": "等于", "=": "等于", "≠": "不等于", "≈": "约等于" };
const COMPARING = /\s?([≥≤＞>＜<＝=≠≈])\s?/g;
const CHANGE = /(\S)\s?→\s?(?=\S)/g;
const TIMES = /(\d)\s?×\s?(?=\d)/g;
const BELOW_ZERO = /(^|[^\w.%％‰])[-−](?=\d)/g;
const DOCUMENT = /[〔[](\d{4})[〕\]]\s?第?(?=\d+号)/g;
// A title that is set wide: 政 府 工 作 报 告
const WIDE = /(^|[^\p{L}])((?:\p{Script=Han} ){2,}\p{Script=Han})(?![\p{L}])/gu;
const SIGNS = /[〔〕[\]【】「」『』↩→·•●○◐◇◆■□▲△▼▽✓✗×—–]+/g;
const PAUSE = /[，、：,:]/;

export function spoken(text) {
  return text
    .replace(DATE, (_date, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`)
    .replace(MONTH, (_month, year, month) => (Number(month) <= 12 ? `${year}年${Number(month)}月` : `${year}，${month}`))
    .replace(DOCUMENT, "$1年第")
    .replace(RANGE, "$1至")
    .replace(COMPARING, (_comparing, sign) => COMPARED[sign])
    .replace(CHANGE, "$1到")
    .replace(TIMES, "$1乘")
    .replace(BELOW_ZERO, "$1负")
    .replace(SIGNS, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(WIDE, (_wide, before, title) => before + title.replace(/ /g, ""));
}

// The text in pieces, cut after the last comma that is near enough, else where it must be, but in no number.
export function pieces(text) {
  const found = [];
  let rest = text;
  while (rest.length > LONGEST) {
    const head = rest.slice(0, LONGEST);
    const comma = [...head].map((sign, n) => (PAUSE.test(sign) && !/\d/.test(rest[n + 1] ?? "") ? n + 1 : 0));
    const number = head.search(/[\d.%％]+$/);
    const end = Math.max(...comma) || (number > 0 ? number : LONGEST);
    found.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...found, rest].filter((one) => /[\p{L}\p{N}]/u.test(one));
}
