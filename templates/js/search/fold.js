// How a text is read by the search: the same in disclosure/search/fold.py, character for character.

// A full-width comma must not become the comma inside 1,000
const KEPT = "，";
// What PDF files give in place of characters: the radicals from U+2E80 on, those that have no compatibility form, by what
// they look like
const RADICALS = " 厂                 幺        日月  民      牛犬王疋目示 竹       羊羊羊老  肉    虎  西见角  贝 车     長 长门  雨青韦页风飞食 食  马骨鬼鱼鸟卤麦黄黾 齐 齿 龙龜亀";
const folded = new Map([...RADICALS].flatMap((one, n) => (one === " " ? [] : [[String.fromCharCode(0x2e80 + n), one]])));

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
