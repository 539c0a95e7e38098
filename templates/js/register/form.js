// What is asked of the register: the form and the address say the same, ?section=…&topic=…&q=…&sort=…

const LONGEST = 40;

// What the address asks for goes into the form. A value that it does not know is as none; these are given back, each with
// the name and the label of its field.
export function read(form) {
  const wanted = new URL(location.href).searchParams;
  const unknown = [];
  for (const field of [...form.elements].filter(({ name }) => name)) {
    field.value = wanted.get(field.name) || "";
    if (field.selectedIndex !== -1) continue;
    field.selectedIndex = 0;
    unknown.push({ name: field.name, label: field.labels[0].firstChild.data.trim(), value: wanted.get(field.name).slice(0, LONGEST) });
  }
  return unknown;
}

// What was chosen while the scripts were on their way stays, before what the address asks for. On the way back and at a
// reload it was the browser that filled in the form, perhaps with what a later address asked for.
export function begin(form) {
  const isFirst = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  const chosen = isFirst ? [...form.elements].filter(({ name, value }) => name && value).map((field) => [field, field.value]) : [];
  const unknown = read(form);
  for (const [field, value] of chosen) field.value = value;
  // Chromium 86 fills it in when all else is done
  if (!isFirst) addEventListener("load", () => setTimeout(() => read(form)));
  return unknown;
}

export function asked(form) {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
}

// A choice is a step that one can go back, a letter typed is none. Some browsers forbid it on a disk: the page works
// under its old address too.
export function keep(wanted, isStep, shown) {
  const address = new URL(location.href);
  address.search = wanted;
  address.hash = "";
  const isSame = address.search === location.search;
  try {
    if (isStep && !isSame) history.pushState({ shown }, "", address);
    else if (!isSame || shown) history.replaceState({ shown }, "", isSame ? location.href : address);
  } catch {
    // As it was
  }
}

// What is asked for, in the words of the page: what was typed, and of each choice its value without how many there are.
export function conditions(form) {
  return [...form.elements]
    .filter(({ name, value }) => name && name !== "sort" && value.trim())
    .map((field) => (field.selectedOptions ? field.selectedOptions[0].label.replace(/（[^（）]*）$/, "") : field.value.trim()));
}
