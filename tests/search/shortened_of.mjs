// Reads texts; writes of each how it is said in brief, what of it is looked for where it is long, and what is left out.
import { readFileSync } from "node:fs";
import { brief } from "../../templates/js/search/brief.js";
import { clauses } from "../../templates/js/search/clauses.js";
import { fold } from "../../templates/js/search/fold.js";
import { findNumbers } from "../../templates/js/search/numbers.js";
import { LONGEST, bare } from "../../templates/js/search/query.js";
import { rarity } from "../../templates/js/search/rank.js";
import { shorten } from "../../templates/js/search/shorten.js";
import { pairs, runs } from "../../templates/js/search/tokens.js";
import { unused } from "../../templates/js/search/why.js";

const tools = { LONGEST, bare, fold, findNumbers, pairs, rarity, runs };

function shortened(text) {
  const query = shorten(tools, text, { names: [] });
  return { brief: brief(text), clauses: clauses(text), query, used: clauses(query), unused: unused(text, query) };
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(shortened)));
