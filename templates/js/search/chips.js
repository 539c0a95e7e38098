// What the hits are narrowed down to, each with a button that takes it back; what was asked for and is not there is said.
import { replaceAddress } from "../address.js";

const LONGEST_SAID = 40;

// `labelOf` says a filter's value in words.
export function chips(view, labelOf) {
  const place = view.page.querySelector("[data-chips]");
  const said = Object.entries(view.chosen).filter(([, value]) => value);
  place.replaceChildren(...said.map(([name, value]) => chip(view, name, value, { label: labelOf(name, value), place })));
  const unknown = view.page.querySelector("[data-unknown]");
  unknown.textContent = view.unknown.map((value) => unknown.dataset.unknown.replace("{value}", () => value.slice(0, LONGEST_SAID))).join("");
}

function chip(view, name, value, { label, place }) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "d-button";
  button.textContent = `${label} ✕`;
  button.setAttribute("aria-label", place.dataset.remove.replace("{label}", () => label));
  button.addEventListener("click", () => {
    const address = new URL(location.href);
    address.searchParams.delete(name);
    if (address.searchParams.get("status") === value) address.searchParams.delete("status");
    replaceAddress(address);
    view.dropped.add(`${name}=${value}`);
    view.box.focus();
    view.run();
  });
  item.append(button);
  return item;
}
