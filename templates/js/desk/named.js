// What a text names: promises, targets, documents. `desk.data` is what is on file of the report that was chosen.
import { problem } from "./fields.js";
import { walk } from "./walk.js";

const BY_NAMES = {
  commitment: ofCommitment,
  "own-commitment": ofCommitment,
  "far-commitment": ofCommitment,
  target: ofTarget,
  "own-target": ofTarget,
  "nth-target": ofNth,
  document: ofDocument,
};

export function ofNames(desk, values) {
  const { site, form } = desk;
  const found = [];
  walk(site.records, form.record, values, ({ record, values: own, path }) => {
    for (const field of site.records[record]) {
      const check = BY_NAMES[field.names];
      const value = own[field.name];
      if (!check || !value) continue;
      const many = Array.isArray(value);
      [].concat(value).forEach((name, n) => {
        const wrong = name && check(desk, name, own, field);
        if (wrong) found.push({ ...wrong, path: [...path, field.name, ...(many ? [n] : [])] });
      });
    }
  });
  return found;
}

// What is on file of a report, where it is loaded.
function dataOf(desk, report) {
  return report === desk.report ? desk.data : desk.others[report];
}

// The promise of a name: { promise }, nothing where it cannot be known, { wrong } where there is none.
export function promiseOf(desk, name) {
  const [report, id] = name.includes("/") && !/\/[0-9]+$/.test(name) ? name.split("/") : [desk.report, name];
  const data = dataOf(desk, report);
  if (!desk.site.reports.some(({ key }) => key === report)) return { wrong: true };
  if (!data) return {};
  const promise = data.promises.find((one) => one.id === id);
  return promise ? { promise, report } : { wrong: true };
}

// The target that an observation is of, where it names one that is known.
export function targetOf(desk, name, owner) {
  const [, promised, n] = /^(.*?c[0-9]+)(?:\/([0-9]+))?$/.exec(owner ? `${owner}${name ? `/${name}` : ""}` : name) || [];
  if (!promised) return {};
  const { promise, wrong } = promiseOf(desk, promised);
  if (!promise) return { wrong };
  const target = n ? promise.targets.find((one) => one.n === Number(n)) : promise.targets.length === 1 && promise.targets[0];
  return target ? { target, promise } : { wrong: true };
}

function ofCommitment(desk, name, _own, { names }) {
  const { site, report } = desk;
  if (names !== "far-commitment" && name.startsWith(`${report}/`)) return problem(site, "own-report", { value: name, meant: name.slice(report.length + 1) });
  if (!/^(?:[a-z0-9-]+\/)?c[0-9]+$/.test(name)) return null;
  const hint = names === "far-commitment" ? "far-commitment-hint" : "commitment-hint";
  return promiseOf(desk, name).wrong ? problem(site, "commitment", { value: name }, { hint }) : null;
}

function ofTarget(desk, name) {
  return /c[0-9]/.test(name) && targetOf(desk, name).wrong ? problem(desk.site, "target", { value: name }) : null;
}

function ofNth(desk, name, own) {
  return own.commitment && targetOf(desk, name, own.commitment).wrong ? problem(desk.site, "nth-target", { value: name }) : null;
}

function ofDocument(desk, name) {
  const data = dataOf(desk, name.split("/")[0]);
  return data && !data.documents.some(({ id }) => id === name) ? problem(desk.site, "document", { value: name }) : null;
}
