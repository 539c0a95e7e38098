// What a query says by its signs: “words in quotation marks” stand there as they are, -words that shall not.

const DATE = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g;
// 21,775 is one number, whatever marks part elsewhere
const THOUSANDS = /,(?=[0-9]{3}(?![0-9]))/g;
// Said before what somebody has read
const TELLING =
  /据(?:了解|介绍|悉|报道|统计|透露)|(?:有|新闻)?报道(?:称|说)|记者(?:从.{1,12}?)?(?:获悉|了解到)|(?:昨天|今天|网上|电视|报纸)?(?:的|上|里)*新闻(?:上|里)?(?:说|称)|网上说|听说|近日|日前|消息(?:称|说)/g;
const QUOTED = "[“\"「『‘]([^“”\"「」『』‘’]+)[”\"」』’]";
const PHRASE = new RegExp(QUOTED, "g");
// Hyphen, minus and dash; two of them are punctuation
const WITHOUT = new RegExp(`(^|\\s)[-−–](?:${QUOTED}|([^\\s\\-−–“"「『‘]+))`, "g");

// { words, phrases, without, isMarked } of a folded text: all that is asked for, in which the phrases are words too. Only
// where nothing but phrases is asked for do they have to stand there: who pastes a sentence leaves its marks in it.
export function signs(folded, { runs, letters }) {
  const without = [];
  const asked = folded.replace(DATE, (_, y, m, d) => `${y}年${+m}月${+d}日`).replace(THOUSANDS, "");
  const left = asked.replace(WITHOUT, (_, before, phrase, word) => {
    without.push(phrase ?? word);
    return before;
  });
  // Nothing is asked for but what shall not be there: then it was no sign
  if (!runs(left).length) return marked(asked, [], []);
  const phrases = [];
  const around = left.replace(PHRASE, (_, words) => {
    if (runs(words).length) phrases.push(letters(words));
    return " ";
  });
  const whole = left.replace(PHRASE, (_, phrase) => ` ${phrase} `);
  const told = whole.replace(TELLING, " ");
  const words = runs(told).length ? told : whole;
  return marked(words, runs(around).length ? [] : phrases, without.filter((one) => runs(one).length));
}

const marked = (words, phrases, without) => ({ words, phrases, without, isMarked: phrases.length + without.length > 0 });

// Hits that are as the signs say. `tools` are functions of the search itself.
export async function obeying(store, hits, { phrases, without }, { fold, letters, together }) {
  const found = await store.lookup([...new Set(without.flat())]);
  const out = new Set(without.flatMap((tokens) => together(tokens.map(found))));
  const left = hits.filter(({ n }) => !out.has(n));
  return phrases.length ? holding(store, left, phrases, (text) => letters(fold(text))) : left;
}

// A phrase has to stand there, marks apart; where none does, what has its words is nearly one.
async function holding(store, hits, phrases, read) {
  const some = hits.filter((hit) => hit.whole).slice(0, store.readable);
  const documents = await store.documents(some.map(({ n }) => n));
  const held = some.filter((_, i) => {
    const texts = [documents[i].title, documents[i].text].map(read);
    return phrases.every((phrase) => texts.some((one) => one.includes(phrase)));
  });
  return held.length ? held : hits.map((hit) => ({ ...hit, direct: false }));
}
