// How a text is read by the search: the same in disclosure/search/fold.py, character for character.

// A full-width comma must not become the comma inside 1,000
const KEPT = "，";
const folded = new Map();

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
