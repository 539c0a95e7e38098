// The file that comes out, as it would stand; of a file that is there, the lines that become others.
import { difference } from "./difference.js";
import { make } from "./dom.js";
import { say } from "./say.js";

// Why a correction's record is not changed by the program
const REASONS = { shared: "file-refused-shared", was: "file-refused-was", text: "file-refused-text", place: "file-refused-correct", item: "file-refused-correct", field: "file-refused-correct", file: "file-refused-correct", other: "file-refused-correct", ends: "file-refused-correct" };

// `n` counts where several files come out; of one that is called so.
export function shownFile(words, n = "") {
  const title = make("h2", { class: "d-desk-title", id: `d-desk-file${n}` }, words.file);
  const name = make("p", { class: "d-desk-path" });
  const text = make("pre", { class: "d-desk-text", tabindex: "0", role: "region", "aria-labelledby": `d-desk-file${n}` });
  const element = make("section", { class: "d-desk-file" }, title, name, text);

  function show({ path, text: written, before, refused, lines = [] }, count = 0) {
    title.textContent = count ? say(words, "file-nth", { n: count }) : words.file;
    text.replaceChildren();
    if (refused) {
      name.textContent = say(words, refusedName(refused, lines), { path });
      text.append(lines.join("\n"));
    } else if (before === undefined) {
      name.textContent = say(words, "file-new", { path });
      text.append(written);
    } else {
      name.textContent = before === written ? words["file-same"] : say(words, "file-changed", { path });
      text.append(...(before === written ? [] : difference(before, written).map((line) => shownLine(words, line))));
    }
    text.hidden = !text.textContent;
  }

  return { element, show };
}

function refusedName(reason, lines) {
  if (reason in REASONS) return REASONS[reason];
  return lines.length ? "file-refused" : "file-refused-rewrite";
}

function shownLine(words, { sign, text }) {
  if (sign === "…") return make("span", { class: "d-desk-left" }, `${words["left-out"]}\n`);
  const told = { "+": words["line-added"], "-": words["line-removed"] }[sign];
  const name = { "+": "ins", "-": "del" }[sign] || "span";
  return make(name, {}, make("span", { class: "d-desk-sign", "aria-label": told, role: told ? "img" : "" }, sign), `${text}\n`);
}
