// The home page: what is new since the last visit.
import { loader } from "../search/loader.js";
import { since } from "./since.js";

const box = document.querySelector("[data-since]");
const files = loader((name) => `${box.dataset.root}${name}.js`);
window.disclosure = { data: files.hand };
since(box, files);
