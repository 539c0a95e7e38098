// Reads a JSON list of texts, writes the list of their tokens: the browser's tokenizer, run by Node.
import { readFileSync } from "node:fs";
import { tokens } from "../../templates/js/search/tokenize.js";

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(tokens)));
