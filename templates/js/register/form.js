// What is asked of the register: the form and the address say the same, ?section=…&topic=…&q=…&sort=…

// What the address asks for goes into the form; a value that it does not know is as none.
export function read(form) {
  const wanted = new URL(location.href).searchParams;
  for (const field of [...form.elements].filter(({ name }) => name)) {
    field.value = wanted.get(field.name) || "";
    if (field.selectedIndex === -1) field.selectedIndex = 0;
  }
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
