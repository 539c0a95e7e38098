// What the desk says: the words come with its data, so that they are those of the page's language.

export function say(words, name, values = {}) {
  const text = words[name];
  if (text === undefined) throw new Error(`no words: ${name}`);
  return text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
}

export function short(text, longest = 20) {
  const signs = Array.from(text.replace(/\s+/g, " ").trim());
  return signs.length > longest ? `${signs.slice(0, longest).join("")}…` : signs.join("");
}
