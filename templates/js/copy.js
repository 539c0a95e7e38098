// Copying words, told in a panel's own status and, where that is closed, shown in its field.
// The clipboard is closed on http: and file: pages; there the words are selected for the reader to copy.
export async function copy(panel, words) {
  const status = panel.querySelector("[data-status]");
  const field = panel.querySelector(".d-copied");
  try {
    await navigator.clipboard.writeText(words);
    field.hidden = true;
    status.textContent = status.dataset.copied;
  } catch {
    field.value = words;
    field.hidden = false;
    field.select();
    status.textContent = document.execCommand("copy") ? status.dataset.copied : status.dataset.failed;
  }
}
