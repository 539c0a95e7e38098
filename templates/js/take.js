// Downloads exactly the records that are shown, in their order, cut out of the published files: no value is made here.
// A record of a CSV file: quoted cells may hold anything, line ends too
const RECORD = /(?:"(?:[^"]|"")*"|[^"\r\n])+(?:\r\n|\n|$)/g;
const TYPES = { csv: "text/csv", json: "application/json" };
const MAKERS = { csv, json };

export function take(root) {
  // Nothing can be read from a disk to cut it: the links lead to the whole files, and the page says so
  if (location.protocol === "file:") {
    root.querySelector("[data-whole]").hidden = false;
    return;
  }
  root.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-take]");
    if (!link) return;
    event.preventDefault();
    const form = link.dataset.take;
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(answer.statusText);
      save(MAKERS[form](await answer.text(), wanted(root)), name(root, form), TYPES[form]);
    } catch {
      // What cannot be cut is given whole
      location.assign(link.href);
    }
  });
}

// One record, those that are found, or all of the report.
function wanted(root) {
  const { report, record } = root.dataset;
  return { report, ids: record ? [record] : root.chosen() };
}

// The first two fields of a record, report and id, are its key in either form; an apostrophe keeps a field text.
function csv(text, wanted) {
  const [head, ...records] = text.replace("\ufeff", "").match(RECORD);
  const known = new Map(records.map((record) => [record.split(",", 2).join(",").replace(/^'/, ""), record]));
  return ["\ufeff", head, ...pick(known, wanted)].join("");
}

function json(text, wanted) {
  const known = new Map(JSON.parse(text).map((row) => [`${row.report},${row.id}`, row]));
  return `${JSON.stringify(pick(known, wanted), null, 1)}\n`;
}

function pick(known, { report, ids }) {
  const keys = ids ? ids.map((id) => `${report},${id}`) : [...known.keys()].filter((key) => key.startsWith(`${report},`));
  return keys.map((key) => known.get(key));
}

function name(root, form) {
  const { report, record } = root.dataset;
  return `${["commitments", report, record].filter(Boolean).join("-")}.${form}`;
}

function save(text, file, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
