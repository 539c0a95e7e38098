// Downloads exactly the records that are shown, in their order, cut out of the published files: no value is made here.
import { bind } from "./bind.js";
import { save } from "./save.js";

// A record of a CSV file: quoted cells may hold anything, line ends too
const RECORD = /(?:"(?:[^"]|"")*"|[^"\r\n])+(?:\r\n|\n|$)/g;
const TYPES = { csv: "text/csv", json: "application/json" };
const MAKERS = { csv, json };

bind({ take });

// A register that has its lines at hand gives `takeLines`, from a disk too.
function take(root) {
  // From a disk nothing can be read to cut it: the link leads to the whole file, and the page says so
  const isOnDisk = location.protocol === "file:";
  root.querySelector("[data-whole]").hidden = !isOnDisk;
  root.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-take]");
    if (!link) return;
    const form = link.dataset.take;
    const hasLines = form === "csv" && root.takeLines;
    if (isOnDisk && !hasLines) return;
    event.preventDefault();
    try {
      await (hasLines ? root.takeLines() : cut(root, link.href, form));
    } catch {
      // What cannot be cut is given whole
      location.assign(link.href);
    }
  });
}

async function cut(root, address, form) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  save(MAKERS[form](await answer.text(), wanted(root)), name(root, form), TYPES[form]);
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
