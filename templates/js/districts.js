// Districts to choose from: the lines that have the words that are typed, in the order of the list or by name.
import { asked, begin, keep, read } from "./register/form.js";

const root = document.querySelector("[data-districts]");
const form = root && root.querySelector("form");
const lines = root ? [...root.querySelectorAll("[data-found]")] : [];
const names = new Intl.Collator("zh-Hans-CN-u-co-pinyin");

if (form) listen();

function listen() {
  form.addEventListener("input", (event) => event.isComposing || show(event.target.nodeName === "SELECT"));
  form.addEventListener("compositionend", () => show());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const left = lines.filter((line) => !line.hidden);
    if (left.length === 1) left[0].querySelector("a").click();
  });
  addEventListener("popstate", () => {
    read(form);
    show();
  });
  begin(form);
  show();
}

function show(isStep) {
  const wanted = asked(form);
  keep(wanted, isStep);
  const words = plain(wanted.get("q") || "").split(/\s+/);
  for (const line of lines) line.hidden = !words.every((word) => plain(line.dataset.found).includes(word));
  lines[0]?.parentNode.append(...(wanted.get("sort") ? [...lines].sort(byName) : lines));
  say(lines.filter((line) => !line.hidden).length);
}

function byName(a, b) {
  return names.compare(nameOf(a), nameOf(b));
}

function nameOf(line) {
  return line.querySelector("a").textContent;
}

function plain(text) {
  return text.normalize("NFKC").toLowerCase().trim();
}

function say(number) {
  const count = root.querySelector("[data-count]");
  const said = number === lines.length ? "all" : "some";
  count.textContent = count.dataset[said].replace("{n}", number).replace("{all}", lines.length);
}
