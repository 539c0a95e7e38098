// The files that come out: each as it would stand, with the ways to hand it over; of several, one list in their order.
import { make } from "./dom.js";
import { handIn } from "./hand.js";
import { say } from "./say.js";
import { shownFile } from "./shown.js";

export function filesOf(desk, isReady) {
  const { words } = desk.site;
  const title = make("h2", { class: "d-desk-title" });
  const names = make("ol", { class: "d-desk-files" });
  const list = make("section", { hidden: true }, title, make("p", { class: "d-desk-help" }, words["files-help"]), names);
  const element = make("div", {}, list);
  const parts = [];

  function part(n) {
    if (!parts[n]) {
      const [file, hand] = [shownFile(words, n || ""), handIn(desk, isReady, n || "")];
      parts[n] = { file, hand, element: make("div", { class: "d-desk-part" }, file.element, hand.element) };
      element.append(parts[n].element);
    }
    return parts[n];
  }

  function show(made, message, isRight) {
    const isOne = made.length === 1;
    list.hidden = isOne;
    title.textContent = say(words, "files-title", { n: made.length });
    names.replaceChildren(...made.map((one) => make("li", {}, say(words, wayOf(one), one))));
    made.forEach((one, n) => {
      const { file, hand } = part(n);
      file.show(one, isOne ? 0 : n + 1);
      hand.show(one, message, isRight, isOne ? 0 : n + 1);
    });
    parts.forEach((one, n) => { one.element.hidden = n >= made.length; });
  }

  return { element, show, tell: (text) => parts[0].hand.tell(text) };
}

function wayOf({ before, refused }) {
  if (refused) return "files-by-hand";
  return before === undefined ? "files-new" : "files-changed";
}
