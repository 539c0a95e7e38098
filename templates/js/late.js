// Scripts that are loaded once somebody asks for what they do.
import { beside } from "./beside.js";
import { insert } from "./search/insert.js";

const coming = new Map();
const arrived = new Set();

// A press loads the script `name`, which lies beside this one. It does what was asked for (`data-asked`) as soon as it is there,
// and hears the presses that follow. Where it does not come, `failed` is told, and the next press tries again.
export function late(button, name, { pressed = () => {}, failed = () => {} } = {}) {
  button.addEventListener("click", () => {
    if (arrived.has(name)) return;
    button.dataset.asked = "";
    pressed();
    if (!coming.has(name)) coming.set(name, insert(beside(name), 0));
    coming.get(name).then(() => arrived.add(name), () => {
      coming.delete(name);
      delete button.dataset.asked;
      failed();
    });
  });
}
