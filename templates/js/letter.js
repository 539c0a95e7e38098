// Copies the letter, or prints it alone. Without script its words can be selected and the page printed.
import { printAlone } from "./alone.js";
import { bind } from "./bind.js";

bind({ letter });

function letter(box) {
  const text = box.querySelector("[data-letter]");
  box.querySelector("[data-actions]").hidden = false;
  box.querySelector("[data-copy]").addEventListener("click", () => copyLetter(box, text));
  box.querySelector("[data-print]").addEventListener("click", () => printAlone(box));
}

// The clipboard is closed on http: and file: pages; there the words are selected for the reader to copy.
async function copyLetter(box, text) {
  const status = box.querySelector("[data-status]");
  try {
    await navigator.clipboard.writeText(text.textContent);
    status.textContent = status.dataset.copied;
  } catch {
    getSelection().selectAllChildren(text);
    status.textContent = document.execCommand("copy") ? status.dataset.copied : status.dataset.failed;
  }
}
