// Numbers as people write them, to one form: 1.4万户 = 14000户 = 一万四千户, 7.5% = 百分之七点五.
// The same in disclosure/search/numbers.py.
const DIGITS = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const POWERS = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 百万: 6, 千万: 7, 百亿: 10, 千亿: 11, 万亿: 12 };
// 5.8个亿, but 2个亿元企业 are two
const YI = "个多?亿(?![元级])";
const LARGE = "万亿|[百千]?[万亿]";
// 5亿8千万, 1千2百万, 1万4千
const MIXED = "[0-9]+亿(?:[0-9]+千(?:[0-9]+百)?|[0-9]+百|[0-9]+)万|[0-9]+万[0-9]+千(?:[0-9]+百)?|[0-9]+千[0-9]+百[万亿]?";
const NUMBER = new RegExp(
  `(?<mixed>${MIXED})` +
    "|(?<of>百分之)?(?<arabic>[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?)" +
    `(?<power>[余多来几]?(?:${LARGE})|[百千]|${YI})?` +
    "|(?<percent>百分之)?(?<whole>[零〇一二三四五六七八九十百千万亿两]+)" +
    `(?:点(?<part>[零〇一二三四五六七八九]+)(?<by>[万亿]|${YI})?|(?<more>[余多来几](?:${LARGE})|${YI}))?`,
  "g",
);
// One character alone is a number only where something is counted: 三家, but not 八大山人
const COUNTED = new Set("个家条项处所名户亩座场次件台辆套张人米公年月天日岁期轮批种类级部位倍孩胎栋只");
const ABOUT = "余多来几";
const UNIT = /^[\u3400-\u9fff%]$/;
const MOST_DIGITS = 16;

// Where numbers stand in a folded text: { start, end, value, unit }, in UTF-16 units.
export function findNumbers(text) {
  const found = [];
  for (const match of text.matchAll(NUMBER)) {
    const { whole, of, percent } = match.groups;
    const value = whole ? chinese(text, match) : arabic(text, match);
    if (!value) continue;
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, value, unit: of || percent ? "%" : unit(text, end) });
  }
  return found;
}

export function numberTokens(text) {
  return findNumbers(text).flatMap(({ value, unit: of }) => (of ? [`=${value}`, `=${value}${of}`] : [`=${value}`]));
}

function unit(text, at) {
  const after = text[at] && ABOUT.includes(text[at]) ? at + 1 : at;
  const one = text[after] ?? "";
  return UNIT.test(one) ? one : "";
}

// Not where it is a part of a name: PM2.5, 4A, 3.1.2.
function arabic(text, match) {
  const { mixed, power } = match.groups;
  const written = mixed || match.groups.arabic;
  const before = text[match.index - 1] ?? "";
  const after = text[match.index + match[0].length] ?? "";
  if (/[a-z.]/i.test(before) || /[a-z]/i.test(after) || written.length > MOST_DIGITS) return "";
  if (mixed) return String(Math.max(0, readChinese(written)) || "");
  return shift(written.replace(/,/g, ""), powerOf(power));
}

function chinese(text, match) {
  const { percent, whole, part = "", by, more } = match.groups;
  const before = text[match.index - 1] ?? "";
  const after = text[match.index + match[0].length] ?? "";
  if ((before >= "0" && before <= "9") || whole.length + part.length > MOST_DIGITS) return "";
  const isAlone = whole.length === 1 && !part && !more && !percent;
  if (isAlone && ("百千万亿".includes(whole) || !COUNTED.has(after))) return "";
  const value = readChinese(whole);
  if (value < 0) return "";
  const digits = [...part].map((one) => DIGITS[one]).join("");
  return shift(digits ? `${value}.${digits}` : String(value), powerOf(by || more));
}

// Of 万, 多万 or 个亿.
const powerOf = (written = "") => POWERS[written.replace(/^[个余多来几]+/, "")] ?? 0;

// 两千八百八十 -> 2880, 二〇二二 -> 2022, 一万五 -> 15000; -1 where it is too large to be meant.
function readChinese(words) {
  const all = [...words];
  if (all.every((one) => one in DIGITS)) return BigInt(all.map((one) => DIGITS[one]).join(""));
  let [total, section, digit] = [0, 0, 0];
  for (const one of words.match(/[0-9]+|[^0-9]/g)) {
    if (!(one in POWERS)) digit = one in DIGITS ? DIGITS[one] : Number(one);
    else if (POWERS[one] < 4) {
      section += (digit || 1) * 10 ** POWERS[one];
      digit = 0;
    } else {
      section = section + digit || 1;
      total = one === "亿" ? (total + section) * 1e8 : total + section * 1e4;
      section = digit = 0;
    }
  }
  const last = POWERS[all[all.length - 2]] ?? 0;
  if (all[all.length - 1] in DIGITS && last > 1) digit *= 10 ** (last - 1);
  const value = total + section + digit;
  return value < 1e15 ? value : -1;
}

// A decimal times ten to the power, in digits: never through binary fractions.
function shift(number, power) {
  const [whole, part = ""] = number.split(".");
  const padded = part.padEnd(power, "0");
  const left = (whole + padded.slice(0, power)).replace(/^0+/, "") || "0";
  const right = padded.slice(power).replace(/0+$/, "");
  return right ? `${left}.${right}` : left;
}
