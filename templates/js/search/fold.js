// How a text is read by the search: the same in disclosure/search/fold.py, character for character.

// A full-width comma must not become the comma inside 1,000
const KEPT = "，";
// What PDF files give in place of characters: radicals that have no compatibility form, before what they look like
const RADICALS =
  "⺁厂⺓幺⺜日⺝月⺠民⺧牛⺨犬⺩王⺪疋⺫目⺬示⺮竹⺶羊⺷羊⺸羊⺹老⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻲亀";
const folded = new Map(RADICALS.match(/../gu).map((pair) => [...pair]));

// Full and half width, upper and lower case are the same, each code point on its own: a part folds as the whole.
function foldOne(one) {
  let made = folded.get(one);
  if (made === undefined) {
    made = KEPT.includes(one) ? one : one.normalize("NFKC").toLowerCase();
    folded.set(one, made);
  }
  return made;
}

export function fold(text) {
  let made = "";
  for (const one of text) made += foldOne(one);
  return made;
}

// `origins[i]` is the code point of the text that folded code point i came from.
export function foldAt(text) {
  const characters = [];
  const origins = [];
  let place = 0;
  for (const one of text) {
    for (const made of foldOne(one)) {
      characters.push(made);
      origins.push(place);
    }
    place++;
  }
  return { characters, origins };
}
