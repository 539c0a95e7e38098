// Marks the words that a hit of the search was found by. Only text nodes are split: no word of the page changes.
import { replaceAddress } from "./address.js";

const MOST = 300;
const LONGEST = 60;

mark();

function mark() {
  const address = new URL(location.href);
  const words = address.searchParams.get("mark").split(" ").filter((word) => word && word.length <= LONGEST).slice(0, 5);
  const found = words.flatMap((word) => places(word));
  address.searchParams.delete("mark");
  if (!found.length) return;
  const bar = document.getElementById("d-found")?.content.firstElementChild.cloneNode(true);
  if (!bar) return;
  bar.querySelector("[data-words]").textContent = words.join(" ");
  const clear = () => {
    found.forEach((one) => one.replaceWith(...one.childNodes));
    bar.remove();
    replaceAddress(address);
  };
  bar.querySelector("button").addEventListener("click", clear);
  document.querySelector("main").append(bar);
  document.querySelector(":target")?.scrollIntoView();
}

function places(word) {
  const found = [];
  const main = document.querySelector("main");
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (let node of nodes) {
    if (node.parentElement.closest("script, template, mark, button, select, summary")) continue;
    for (let at = node.data.indexOf(word); at >= 0 && found.length < MOST; at = node.data.indexOf(word)) {
      const hit = node.splitText(at);
      node = hit.splitText(word.length);
      const marked = document.createElement("mark");
      marked.className = "d-found";
      hit.replaceWith(marked);
      marked.append(hit);
      found.push(marked);
    }
  }
  return found;
}
