// Answers in a line, before any hit. Loaded, with their file, only where a query has a word that asks for one.
import { daysIn, isOn } from "./days.js";
import { fill } from "./fill.js";
import { isShort, structureIn } from "./structure.js";

const MOST = 6;
// Of lines, in the order of theirs
const KINDS = ["status", "said", "figure", "day", "due"];
// Of so many reports something is said where the query names none, the newest
const NEWEST = 3;
// Said around a status, around a figure, and around a day on which something is due
const STATUS = /承诺|任务|项目|事项|工作|状态|结论|全部|所有|列表|清单|\d{4}年|上|里|有|还|都/g;
const FIGURE = /\d{4}年?|增长率|增长|增速|增幅|涨幅|上涨|涨|目标|任务|预期|预计|实际|实现|完成|达到|达|数据|指标|总量|规模|水平|全区|我区|本区|区里|区|为|到|约/g;
const DUE = /到期|期限|截止|截至|前|内/;
const AROUND_DUE = /到期|期限|截止|截至|以前|之前|前|以内|之内|内|完成|做完|办完|做好|承诺|任务|项目|事项|工作|今年?|写明|[要应须需是到在为的有]/g;

// Where nothing of the first file is asked for
const NONE = { lines: [], statuses: { values: [], reports: [] } };

// Where there are many reports, what the query asks of: those of the district or the year that it names, or the newest, and
// the figures of the districts that it names (disclosure/search/answer_files.py).
export async function partOf(text, given = NONE, figures, store) {
  // 东湖 is 东湖区 where its departments are named
  if (isShort(text, store)) await store.departments?.();
  const { year, district } = structureIn(text, store, given.statuses).values;
  if (!given.parted || (!year && !district)) return { ...given, lines: [...given.lines, ...figures] };
  const { lines, reports } = await store.read(`answers/${district ? districtsOf(store).indexOf(district) : year}`);
  return { ...given, lines: [...given.lines.filter((one) => !one[4]), ...lines, ...figures], statuses: { ...given.statuses, reports } };
}

const districtsOf = ({ reports }) => [...new Set(reports.map((one) => one[3]))];

// `given` is the file of disclosure/search/answers.py.
export function answersTo(text, given, store) {
  const { names, reading: { bare, fold, letters } } = store;
  const { values, left, place } = structureIn(text, store, given.statuses);
  const asked = { whole: letters(fold(text)), core: letters(bare(left, names)), days: daysIn(fold(text)), place: letters(fold(place ?? "")) };
  asked.due = letters(bare(asked.days.reduce((rest, day) => rest.replace(day.text, " "), left), names)).replace(AROUND_DUE, "");
  const of = spoken(store, values);
  const isMeant = { status, figure, said, day, due };
  const meant = given.lines.filter(([kind, words, , , report]) => (!report || of.includes(report)) && isMeant[kind](words.split(" "), asked));
  const lines = inOrder(meant, store).filter(newest(values)).map(([, , answer, links]) => ({ text: answer, links }));
  const none = given.due && asked.days.length && !asked.due && DUE.test(asked.whole) && !meant.some(([kind]) => kind === "due");
  return [...statuses(given.statuses, asked, of, values), ...lines, ...(none ? nothingDue(given, asked, of) : [])].slice(0, MOST);
}

// By kind; figures of a district before others of the same name.
function inOrder(lines, store) {
  const names = districtsOf(store).map((name) => store.reading.fold(name));
  const placeOf = (words) => names.reduce((best, name, n) => (name && words.startsWith(name) && !(names[best]?.length > name.length) ? n : best), names.length);
  const order = ([kind, words]) => KINDS.indexOf(kind) * (names.length + 1) + (kind === "figure" ? placeOf(words) : 0);
  return lines.sort((one, other) => order(one) - order(other));
}

// The keys of the reports that the query names; where it names none, of all.
function spoken({ reports }, { year, district }) {
  const all = reports.filter((one) => (!year || String(one[1]) === year) && (!district || one[3] === district)).map(([key]) => key);
  return { includes: (key) => !reports.length || all.includes(key) };
}

const isNamed = ({ year, district }) => Boolean(year || district);

// Of lines that the same words ask for the first ones.
const newest = (values) => (line, n, all) => isNamed(values) || !line[4] || all.slice(0, n).filter(([kind, words]) => kind === line[0] && words === line[1]).length < NEWEST;

function statuses({ values, reports, some, none, list, all }, asked, of, named) {
  const meant = values.map(([, , , , words]) => status(words.split(" "), asked));
  const nearly = values.map(([, , , , , word]) => status([word], asked));
  const told = reports.filter(([key]) => of.includes(key)).slice(0, isNamed(named) ? MOST : NEWEST);
  return told.flatMap(([, report, register, counts]) =>
    values.flatMap(([facet, facetLabel, id, label], n) => {
      if (!meant[n] && !(nearly[n] && counts[n])) return [];
      const said = { report, facet: facetLabel, label, n: counts[n] };
      // Where none has it, the register has no such choice
      const link = counts[n] ? [fill(list, said), `${register}?${facet}=${id}`] : [all, register];
      return [{ text: fill(counts[n] ? some : none, said), links: [link] }];
    }),
  );
}

function nothingDue({ statuses: { reports }, due: { none, all } }, { days }, of) {
  const told = reports.filter(([key]) => of.includes(key)).slice(0, 1);
  return told.map(([, report, register]) => ({ text: fill(none, { report, day: days[0].text }), links: [[all, `${register}?sort=deadline`]] }));
}

const status = (words, { whole, core }) => [whole, core, core.replace(STATUS, "")].some((one) => one && words.includes(one));

// 财政收入目标 asks for the revenue, 财政支出 does not; what begins with the district is asked for with it.
function figure(words, { core, place }) {
  const askedFor = (word) => (place && word.startsWith(place) ? [core, place + core] : [core]).filter((one) => one.includes(word));
  return words.some((word) => askedFor(word).some((one) => !one.replace(word, "").replace(FIGURE, "")));
}

const said = (words, { whole }) => words.some((word) => whole.includes(word));

const day = ([iso], { days }) => days.some((one) => one.day && isOn(iso, one));

const due = ([iso], asked) => !asked.due && asked.days.some((one) => isOn(iso, one));

// Each as a line with its links.
export function lines(page, answers) {
  return answers.map(({ text, links }) => {
    const line = document.createElement("li");
    line.append(text, ...links.flatMap(([label, address]) => [" ", linkTo(page, label, address)]));
    return line;
  });
}

function linkTo({ dataset }, label, address) {
  const link = document.createElement("a");
  link.href = dataset.root + address;
  link.textContent = label;
  return link;
}
