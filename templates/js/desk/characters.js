// Which characters content may hold, as disclosure/source/characters.py has it.

export const USUAL = "\t\n -~¡-¬®-ʯ‐-‧‰-⁞₠-₿℃№™←-⇿∀-⋿①-⓪■-◿☀-⛿✀-➿\u3000-〿ぁ-んァ-ヿ㐀-䶿一-鿿，-～！-／：-＠Ａ-Ｚａ-ｚ０-９￠-￥";
export const KANA = "ニハエロカタトー";
export const ALIKE = "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁѵԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲ";
export const LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆ";

// The escapes of ranges are those of a character class
const UNUSUAL = new RegExp(`[^${USUAL}]|[${KANA}]`, "gu");
const BESIDE_KANA = /[ぁ-ゖァ-ヺｦ-ﾟ]/;
/* eslint-disable-next-line no-misleading-character-class */
const UNSEEN_BLANK = /[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd\u{e0100}-\u{e01ef}]/u;
const WORD = /[A-Za-z\u0370-\u03ff\u0400-\u052f]+/g;
/* eslint-disable-next-line no-control-regex */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

// What is wrong with a text: each character once, with the kind of its fault.
export function strange(text) {
  const found = new Map();
  const isForeign = foreignIn(text);
  for (const match of text.matchAll(UNUSUAL)) {
    const kind = found.has(match[0]) ? "" : judged(text, match.index, match[0], isForeign);
    if (kind) found.set(match[0], kind);
  }
  return [...found].map(([character, kind]) => ({ character, kind, code: `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}` }));
}

function judged(text, at, character, isForeign) {
  if (KANA.includes(character)) return BESIDE_KANA.test(text.slice(Math.max(at - 1, 0), at) + text.slice(at + 1, at + 2)) ? "" : "alike";
  if (CONTROL.test(character) || /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/u.test(character) || UNSEEN_BLANK.test(character)) return "unseen";
  if (/\p{Zs}/u.test(character)) return "wide";
  if (/[\p{Co}\p{Cn}\p{Cs}]/u.test(character)) return "unassigned";
  return isAlike(character) || (ALIKE.includes(character) && isForeign(at)) ? "alike" : "";
}

function isAlike(character) {
  const code = character.codePointAt(0);
  if (character.normalize("NFC") !== character || (code >= 0x300 && code <= 0x36f)) return true;
  if ((code >= 0x2e80 && code <= 0x2fd5) || (code >= 0x31c0 && code <= 0x31e3)) return true;
  return /\p{Nd}/u.test(character) || (code >= 0x1d400 && code <= 0x1d7ff) || LIGATURES.includes(character);
}

// Whether a letter that looks Latin stands in a word that is Latin or looks so throughout. Asked of one letter after the
// other: each word is read once.
function foreignIn(text) {
  const words = text.matchAll(WORD);
  let [end, isForeign] = [0, false];
  return (at) => {
    while (end <= at) {
      const { index, 0: word } = words.next().value;
      end = index + word.length;
      isForeign = /[A-Za-z]/.test(word) || [...word].every((letter) => ALIKE.includes(letter));
    }
    return isForeign;
  };
}
