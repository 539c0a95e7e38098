// Days in a query: 2022-06-20, 6月20日, 十一月十三日, and the ends of months and years (6月底, 年底).
const HAN = "〇一二三四五六七八九";
const YEAR_IN_HAN = /[〇零一二三四五六七八九]{4}(?=年)/g;
const MONTH_IN_HAN = /([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})(?=[日号]))?/g;
const DAY = /(?:(\d{4})[-./年])?(\d{1,2})(?:[-./月](\d{1,2})([日号]?)|月[底末])/g;
const YEAR_END = /(?:(\d{4})年?)?年[底末]/g;

// A folded text with its days and years in digits.
export const inDigits = (folded) =>
  folded
    .replace(YEAR_IN_HAN, (year) => [...year].map(digit).join(""))
    .replace(MONTH_IN_HAN, (_, month, day) => `${number(month)}月${day ? number(day) : ""}`);

const digit = (one) => Math.max(0, HAN.indexOf(one));

// 十一 is 11, 二十三 is 23.
function number(said) {
  if (!said.includes("十")) return [...said].map(digit).join("");
  const [tens, ones] = said.split("十");
  return `${10 * (tens ? digit(tens) : 1) + (ones ? digit(ones) : 0)}`;
}

// Each as { text, year, month, day }, numbers or undefined; no day is the month's last.
export function daysIn(folded) {
  const text = inDigits(folded);
  const ends = [...text.matchAll(YEAR_END)].map(([said, year]) => ({ text: said, year: year && Number(year), month: 12 }));
  const days = [...text.matchAll(DAY)].filter(isDay).map(([said, year, month, day]) => ({
    text: said,
    year: year && Number(year),
    month: Number(month),
    day: day && Number(day),
  }));
  return [...ends, ...days];
}

// Without a year a day is only one that is said in words: 1.13 is a number.
const isDay = ([, year, month, day, sign]) => Number(month) <= 12 && (!day || (Number(day) <= 31 && (year || sign)));

// Whether a day as data have it is the one that is meant.
export function isOn(iso, { year, month, day }) {
  const [ofYear, ofMonth, ofDay] = iso.split("-").map(Number);
  return (!year || year === ofYear) && month === ofMonth && ofDay === (day || new Date(Date.UTC(ofYear, ofMonth, 0)).getUTCDate());
}
