// Identity cards, mobiles and bank cards in a text, however they are written, as disclosure/personal/numbers.py finds
// them: a run is digits with at most two signs between them, its groups are the digits that stand together, and a
// number is a few whole groups of a run.
import { isLabelled, isSomethingElse } from "./around.js";
import { isCard, isIdentity, isMobile, isOldIdentity } from "./shapes.js";

const DIGIT = "[0-9０-９]";
const SIGN = "(?:[^\\p{L}\\p{N}\\n]|_){0,2}";
const RUN = new RegExp(`${DIGIT}(?:${SIGN}${DIGIT}){10,}(?:${SIGN}[XxＸｘ](?![A-Za-z]))?`, "gu");
// What a run that holds a number has in it, each stretch of signs being one space. With the signs themselves, Chromium 86
// does not come to an end of compiling it
const SIGNS = /[^0-9０-９]+/g;
const BEGIN =
  /(?:^|[^0-9０-９])(?:(?:[0０]{1,2}|(?:[0０]{2})?[8８][6６])? ?[1１] ?[3-9３-９](?: ?[0-9０-９]){9}|[1-9１-９](?: ?[0-9０-９]){14})/;
const PART = /[0-9０-９]+[XxＸｘ]?|[XxＸｘ]/g;
const LETTER = /^[A-Za-z0-9]/;
const AGAINST = /(?:^|[^a-z])(?:tel|mob|mobile|phone|wx|vx|wechat|weixin)$/i;
const LISTING = /[、,，;；:：\t~～%％+=<>|/]/;
const MOBILE_GROUPS = ["3,4,4", "3,8", "7,4", "3,2,2,2,2", "1,1,1,1,1,1,1,1,1,1,1"];
const OLD_GROUPS = ["6,6,3", "6,2,2,2,3"];
const CARD_GROUPS = /^(?:4,4,4,4(?:,[1-3])?|6,1[0-3]|8,8|(?:1,){15,18}1)$/;
const YEAR = /^(?:19|20)[0-9]{2}$/;
const MOST = 40;

// Each number of a person in a text, in order: `what` it is (identity, mobile, card), `shown` as a message shows it.
export function numbers(text) {
  return [...text.matchAll(RUN)].flatMap((run) => (BEGIN.test(run[0].replace(SIGNS, " ")) ? ofRun(text, groupsOf(text, run)) : []));
}

function groupsOf(text, run) {
  return [...run[0].matchAll(PART)].map((part) => group(text, run.index + part.index, part[0]));
}

// One that stands against a letter cannot be part of a number, and is left without digits.
function group(text, start, written) {
  const end = start + written.length;
  const isAgainst = start > 0 && LETTER.test(text[start - 1]) && !AGAINST.test(text.slice(Math.max(0, start - 9), start));
  return { digits: isAgainst || LETTER.test(text.slice(end)) ? "" : written.normalize("NFKC"), start, end };
}

function ofRun(text, groups) {
  const found = [];
  let at = 0;
  let last = 0;
  while (at < groups.length) {
    const one = numberAt(text, groups, at, last);
    if (one) found.push(one.number);
    at += one ? one.taken : 1;
    if (one) last = at;
  }
  return found;
}

// The number that begins with a group, and how many groups it takes; all before `last` are numbers.
function numberAt(text, groups, at, last) {
  const isCalled = isLabelled(text, groups[at].start);
  for (let taken = 1, total = 0; taken <= MOST && at + taken <= groups.length; taken += 1) {
    const newest = groups[at + taken - 1].digits;
    total += newest.length;
    if (total > 19 || !newest) return null;
    if (total < 11) continue;
    const window = windowOf(text, groups.slice(at, at + taken), isCalled);
    const [what, digits] = whatIs(window);
    if (what && (isCalled || window.isWhole || !goesOn(text, groups, at, taken, last))) return { number: masked(what, digits), taken };
  }
  return null;
}

function windowOf(text, groups, isCalled) {
  const signs = groups.slice(1).map((one, n) => text.slice(groups[n].end, one.start));
  return {
    text,
    groups,
    isCalled,
    digits: groups.map((one) => one.digits).join(""),
    sizes: groups.map((one) => one.digits.length),
    start: groups[0].start,
    end: groups[groups.length - 1].end,
    isWhole: groups.length === 1,
    isEven: !signs.some((sign) => LISTING.test(sign)),
  };
}

function masked(what, digits) {
  return { what, digits, shown: `${digits.slice(0, 3)}****${digits.slice(-4)}` };
}

function whatIs(window) {
  const { text, digits, start, end } = window;
  if (digits.length === 18 && isIdentity(digits)) return ["identity", digits];
  const found = /^[0-9]+$/.test(digits) ? ofFigures(window) : ["", ""];
  return found[0] && isSomethingElse(text, start, end, digits) ? ["", ""] : found;
}

// What digits alone may be. What stands around them is read only where they may be something.
function ofFigures(window) {
  const { digits } = window;
  const mobile = mobileOf(window);
  if (mobile) return ["mobile", mobile];
  if (digits.length === 15 && isOldIdentity(digits) && isGrouped(window, OLD_GROUPS)) return ["identity", digits];
  if (digits.length >= 16 && isCard(digits) && isCardGrouped(window)) return ["card", digits];
  return ["", ""];
}

// The window's mobile number, without the prefix of the country.
function mobileOf(window) {
  const prefix = ["0086", "86", "0"].find((one) => window.digits.startsWith(one) && isMobile(window.digits.slice(one.length)));
  if (prefix) return isPrefixed(window, prefix) ? window.digits.slice(prefix.length) : "";
  return isMobile(window.digits) && isGrouped(window, MOBILE_GROUPS) ? window.digits : "";
}

function isPrefixed({ text, sizes, start, isCalled, isEven }, prefix) {
  if (isCalled || prefix === "0") return isCalled;
  const [first, ...others] = sizes;
  const isSure = prefix === "0086" || /[+＋]$/.test(text.slice(Math.max(0, start - 2), start)) || first === prefix.length;
  const rest = (first > prefix.length ? [first - prefix.length, ...others] : others).join(",");
  return isSure && isEven && (rest === "11" || MOBILE_GROUPS.includes(rest));
}

function isGrouped(window, known) {
  if (window.isWhole || window.isCalled) return true;
  const years = window.groups.filter(({ digits }) => YEAR.test(digits)).length;
  return known.includes(window.sizes.join(",")) && window.isEven && years < 2;
}

function isCardGrouped({ sizes, isWhole, isCalled, isEven }) {
  return isWhole || isCalled || (CARD_GROUPS.test(sizes.join(",")) && isEven);
}

// Whether the series goes on, before or after, with the sign that stands between the window's groups: then it is a
// column of figures, unless what goes on is another such number.
function goesOn(text, groups, at, taken, last) {
  const between = (n) => text.slice(groups[n].end, groups[n + 1].start);
  const signs = new Set(Array.from({ length: taken - 1 }, (_, n) => between(at + n)));
  const end = at + taken;
  const isBefore = at > last && signs.has(between(at - 1));
  if (isBefore || end === groups.length || !signs.has(between(end - 1))) return isBefore;
  return numberAt(text, groups, end, end) === null;
}
