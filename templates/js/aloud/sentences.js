// The sentences of a page where they stand: nothing is copied and nothing changed, so that each can be marked.
const SKIPPED = ".d-mark, .d-cite, .d-quote__place, .d-mending__way, .d-pager, .d-note__number, .d-note__links, .d-actions, .d-hidden, nav, form, button, code, svg, script, style, noscript, template, [hidden], [aria-hidden='true']";
const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, caption, figcaption, blockquote, summary, details, figure, section, article, aside, address, div";
const CELLS = "td, th, .d-evidence li > *";
const SENTENCE = /[^。！？；]+[。！？；]*[”’）》」』]*/g;

// [{ text, range }]: what is shown, in the order of the page. Closed details and what a view leaves out are not shown.
export function sentences(body) {
  return blocks(body).flatMap((pieces) => {
    const text = pieces.map((one) => one.text).join("");
    return [...text.matchAll(SENTENCE)]
      .map((found) => ({ text: found[0].replace(/\s+/g, " ").trim(), range: range(pieces, found.index, found.index + found[0].length) }))
      .filter((one) => /[\p{L}\p{N}]/u.test(one.text) && one.range);
  });
}

// Texts that belong together: those of one block, with a comma between the cells of a row and the facts of a document.
function blocks(body) {
  const found = [];
  let block = null;
  let cell = null;
  for (const node of texts(body)) {
    const parent = node.parentElement;
    if (parent.closest(BLOCKS) !== block) {
      block = parent.closest(BLOCKS);
      found.push([]);
    } else if (parent.closest(CELLS) !== cell) {
      found[found.length - 1].push({ text: "，" });
    }
    cell = parent.closest(CELLS);
    found[found.length - 1].push({ text: node.data, node });
  }
  return found;
}

function texts(body) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
      return isShown(node) ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT;
    },
  });
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function isShown(element) {
  const isClosed = element.parentElement.matches("details:not([open])") && !element.matches("summary");
  return !isClosed && !element.matches(SKIPPED) && (element.getClientRects().length > 0 || getComputedStyle(element).display === "contents");
}

// From one place of joined texts to another, without the blanks at its ends.
function range(pieces, start, end) {
  let at = 0;
  let made = null;
  for (const { text, node } of pieces) {
    const from = Math.max(start - at, 0);
    const words = text.slice(from, Math.max(end - at, 0));
    at += text.length;
    if (!node || !words.trim()) continue;
    if (!made) {
      made = document.createRange();
      made.setStart(node, from + words.search(/\S/));
    }
    made.setEnd(node, from + words.trimEnd().length);
  }
  return made;
}
