// Copies the letter, or prints it alone. Without script its words can be selected and the page printed.
export function letter(box) {
  const text = box.querySelector("[data-letter]");
  box.querySelector("[data-actions]").hidden = false;
  box.querySelector("[data-copy]").addEventListener("click", () => copyLetter(box, text));
  box.querySelector("[data-print]").addEventListener("click", printLetter);
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

function printLetter() {
  const page = document.documentElement;
  page.dataset.printed = "letter";
  addEventListener("afterprint", () => delete page.dataset.printed, { once: true });
  print();
}
