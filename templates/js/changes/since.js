// What is new since this device's last visit. Only the day of that visit is kept, on the device, and can be forgotten.
const VISIT = "disclosure-visit";
const FORGOTTEN = "forgotten";
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const BEIJING = 8 * 3600 * 1000;
const NAMED = 5;

export function since(box, files) {
  const part = (name) => box.querySelector(`[data-${name}]`);
  part("forget").addEventListener("click", () => forget(part));
  const last = visit();
  // Storage is closed to us: nothing is said
  if (last === null) part("said").textContent = "";
  else if (last) files.load("changes-recent").then((recent) => tell(part, recent, last)).catch(() => {});
}

// The day of the last visit before this session's; empty where there was none before today, null where nobody can know.
function visit() {
  try {
    const today = new Date(Date.now() + BEIJING).toISOString().slice(0, 10);
    const before = sessionStorage.getItem(VISIT) || localStorage.getItem(VISIT) || "";
    if (before === FORGOTTEN) return "";
    localStorage.setItem(VISIT, today);
    if (!DAY.test(before) || before >= today) return "";
    sessionStorage.setItem(VISIT, before);
    return before;
  } catch {
    return null;
  }
}

function tell(part, recent, last) {
  const rows = recent.rows.filter(([day]) => day >= last);
  const sum = (isOutcome) => rows.reduce((all, [, number, outcome]) => all + (outcome === isOutcome ? number : 0), 0);
  const { none, least, all } = part("said").dataset;
  const fill = (text) => text.replace("{day}", last).replace("{n}", sum(0)).replace("{m}", sum(1));
  if (!rows.length) {
    part("said").textContent = fill(none);
    return;
  }
  part("summary").textContent = fill(recent.since > last ? least : all);
  part("list").replaceChildren(...named(rows).map((row) => item(row, part("list").dataset.root)));
  part("said").hidden = true;
  part("told").hidden = false;
}

// The newest, each record once.
function named(rows) {
  return rows.filter((one, n) => rows.findIndex((other) => other[3] === one[3]) === n).slice(0, NAMED);
}

function item([, , , name, address], root) {
  const made = document.createElement("li");
  const inside = document.createElement(address ? "a" : "span");
  if (address) inside.href = root + address;
  inside.textContent = name;
  made.append(inside);
  return made;
}

// Nor is it remembered again before the next session.
function forget(part) {
  try {
    localStorage.removeItem(VISIT);
    sessionStorage.setItem(VISIT, FORGOTTEN);
  } catch {
    // Then nothing is kept either
  }
  const said = part("said");
  said.textContent = said.dataset.forgotten;
  said.hidden = false;
  part("told").hidden = true;
  said.focus();
}
