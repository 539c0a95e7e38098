// What a document's tokens count: the same in disclosure/search/weights.py.
import { tokens } from "./tokenize.js";

// Each token of a document and what it counts, 1 or more.
export function weigh(document, prior, { k, b, mean, title, steps }) {
  const counts = new Map();
  let sum = 0;
  for (const [text, weight] of [[document.title, title], [document.text, 1], [document.also, 1]]) {
    for (const token of tokens(text)) {
      counts.set(token, (counts.get(token) ?? 0) + weight);
      sum += weight;
    }
  }
  const length = k * (1 - b + (b * sum) / mean);
  const most = prior * steps * (k + 1);
  for (const [token, count] of counts) {
    counts.set(token, Math.max(1, Math.floor((most * count) / (count + length) + 0.5)));
  }
  return counts;
}
