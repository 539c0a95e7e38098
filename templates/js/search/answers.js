// Answers in a line, before any hit. Loaded, with their file, only where a query has a word that asks for one.

const MOST = 6;
// Said around a status, and around a figure
const STATUS = /承诺|任务|项目|事项|工作|状态|结论|全部|所有|列表|清单|\d{4}年|上|里|有|还|都/g;
const FIGURE = /\d{4}年?|增长率|增长|增速|增幅|涨幅|上涨|涨|目标|任务|预期|预计|实际|实现|完成|达到|达|数据|指标|总量|规模|水平|全区|我区|本区|区里|区|为|到|约/g;

// `given` are [kind, words, text, links] of disclosure/search/answers.py; `tools` are functions of the search itself.
export function answersTo(text, given, { names }, { bare, fold, letters }) {
  const folded = fold(text);
  const asked = { whole: letters(folded), core: letters(bare(folded, names)) };
  const isMeant = { status, figure, said };
  const found = given.filter(([kind, words]) => isMeant[kind](words.split(" "), asked));
  return found.slice(0, MOST).map(([, , answer, links]) => ({ text: answer, links }));
}

const status = (words, { whole, core }) => words.includes(whole) || words.includes(core) || words.includes(core.replace(STATUS, ""));

// 财政收入目标 asks for the revenue, 财政支出 does not.
function figure(words, { core }) {
  const left = words.filter((word) => core.includes(word)).map((word) => core.replace(word, "").replace(FIGURE, ""));
  return left.includes("");
}

const said = (words, { whole }) => words.some((word) => stands(word, whole));

// 11月13日 does not say 1月13日.
function stands(word, whole) {
  const at = whole.indexOf(word);
  return at >= 0 && !(/^\d/.test(word) && /\d/.test(whole[at - 1] ?? ""));
}

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
