// Elements, made one by one: nothing that is typed or loaded is ever read as markup.
let made = 0;

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== false && value !== undefined) element.setAttribute(key, value === true ? "" : value);
  element.append(...children.filter((one) => one !== "" && one !== null && one !== undefined));
  return element;
}

export function newId() {
  made += 1;
  return `d-desk-${made}`;
}

export function pressed(label, act, attributes = {}) {
  const button = make("button", { type: "button", class: "d-button", ...attributes }, label);
  button.addEventListener("click", act);
  return button;
}

// The first thing in an element that can be typed into or pressed.
export function firstControl(element) {
  return element.querySelector("input:not([type=hidden]), select, textarea, button");
}
