// What the register finds, shows and hands out. Loaded with the index, once somebody comes to ask.
import { choose, openIndex, sorted } from "./index.js";
import { list, more } from "./lines.js";
import { saveLines } from "./out.js";

// Of the page's element and the index's file.
export function opened(root, data) {
  const index = openIndex(data);
  return {
    index,
    find: (facets, words, texts, sort) => list(root, index, sorted(index, choose(index, facets, words, texts), sort), !!sort),
    more,
    saveLines,
  };
}
