// A text as a file of its own, wherever the browser puts what is downloaded.
export function save(text, file, type) {
  saveBlob(new Blob([text], { type: `${type};charset=utf-8` }), file);
}

export function saveBlob(blob, file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
