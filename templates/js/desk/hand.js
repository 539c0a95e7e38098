// Handing the file over: to the host's own web editor, as a download, to the clipboard. Nothing is sent by this page.
import { save } from "../save.js";
import { make, pressed } from "./dom.js";
import { NAMES, editPage, newPage } from "./hosts.js";
import { say } from "./say.js";

// `isReady` says whether it may be handed over, and where it may not shows why; `n` counts where several files come out.
export function handIn(desk, isReady, n = "") {
  const { words, host } = desk.site;
  const title = make("h2", { class: "d-desk-title", id: `d-desk-hand${n}` }, words["hand-in"]);
  const status = make("p", { class: "d-desk-status", role: "status" });
  const way = make("a", { href: host.address || "#", class: "d-button", target: "_blank", rel: "noopener noreferrer", hidden: true });
  const wayHelp = make("p", { class: "d-desk-help" });
  const saving = pressed(words.download, () => isReady() && download());
  const saveHelp = make("p", { class: "d-desk-help" });
  const copying = pressed(words.copy, () => isReady() && tell(copy(current.text) ? words.copied : words["copy-failed"]));
  const hidden = make("textarea", { class: "d-desk-clipboard", tabindex: "-1", "aria-hidden": "true", readonly: true });
  const buttons = make("div", { class: "d-desk-ways" }, way, wayHelp, saving, saveHelp, copying);
  const element = make("section", { class: "d-desk-hand", "aria-labelledby": `d-desk-hand${n}` }, title, buttons, status, hidden);
  let isCopied = false;
  let current = null;

  way.addEventListener("click", (event) => {
    if (!isReady()) {
      event.preventDefault();
      return;
    }
    const isOnClipboard = !isCopied || copy(current.text);
    tell(isOnClipboard ? say(words, "opened", { host: NAMES[host.kind] }) : words["copy-failed"]);
  });

  function tell(text) {
    status.textContent = text;
  }

  // In one go with the press, before another page opens; where the browser does not let it, the text is selected.
  function copy(text) {
    const before = document.activeElement;
    hidden.value = text;
    hidden.select();
    const isDone = document.execCommand("copy");
    if (isDone && before) before.focus();
    return isDone;
  }

  function download() {
    const name = current.path.split("/").pop();
    save(current.text, name, "text/plain");
    tell(say(words, "saved", { name }));
  }

  function show(made, message, isRight, count = 0) {
    current = made;
    title.textContent = count ? say(words, "hand-in-nth", { n: count }) : words["hand-in"];
    const parts = made.path.split("/");
    const [name, folder] = [parts.pop(), ["content", ...parts].join("/")];
    const isNew = made.before === undefined;
    tell("");
    saveHelp.textContent = say(words, isNew ? "download-help" : "download-over", { name, folder });
    saving.disabled = copying.disabled = Boolean(made.refused);
    saving.hidden = saveHelp.hidden = copying.hidden = Boolean(made.refused);
    way.hidden = host.kind === "none" || !NAMES[host.kind];
    wayHelp.hidden = way.hidden;
    for (const one of [way, saving]) one.classList.toggle("d-button--main", isRight && one === (way.hidden ? saving : way));
    if (!way.hidden) lead(made, isNew, message);
  }

  function lead(made, isNew, message) {
    const told = { host: NAMES[host.kind], path: made.path };
    const page = isNew ? newPage(host, made.path, made.text, message) : { address: editPage(host, made.path) };
    isCopied = !page.isFilled && !made.refused;
    way.href = page.address;
    const key = isNew ? (page.isFilled ? "open-new" : "open-copy") : made.refused ? "open-by-hand" : "open-edit";
    way.textContent = say(words, key, told);
    wayHelp.textContent = [page.isLong ? words["open-copy-long"] : "", say(words, `${key}-help`, told)].filter(Boolean).join("。");
  }

  return { element, show, tell };
}
