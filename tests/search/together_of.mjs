// Reads { sites: [{ folder, name, district, small }], queries, isAll }, each folder holding the files of a site's index; writes what
// each query finds on all sites together, and of each site what became of it: the search as the browser runs it, without
// the page. What a browser would fetch is read from the folders; a folder that is not there does not answer.
import { existsSync, readFileSync } from "node:fs";
import { ask } from "../../templates/js/search/ask.js";
import { OtherFormat } from "../../templates/js/search/checked.js";
import { joinSites } from "../../templates/js/search/joined.js";
import { know, readTogether } from "../../templates/js/search/several.js";
import { openSite } from "../../templates/js/search/site.js";
import { open } from "../../templates/js/search/store.js";

const { sites, queries, isAll } = JSON.parse(readFileSync(0, "utf8"));
const load = (name) => import(`../../templates/js/search/${name.replace("search-", "")}.js`);
const rootOf = (id) => `https://site-${id}.example/`;
globalThis.fetch = async (address) => {
  const { hostname, pathname } = new URL(address);
  const path = `${sites[/\d+/.exec(hostname)[0]].folder}${pathname}`;
  return existsSync(path) ? new Response(readFileSync(path)) : new Response("", { status: 404 });
};

const store = joinSites({ year: "{year}年", between: "，", lost: "?" });
const head = {};
const told = [];
for (const [id, { name, district }] of sites.entries()) {
  told[id] = "there";
  const partly = () => (told[id] = "partly");
  try {
    store.join(await openSite({ id, name, district, root: rootOf(id) }, partly));
  } catch (error) {
    told[id] = error instanceof OtherFormat ? "other" : error.constructor.name;
  }
}
know(head, store);
const read = async (name) => (name === "index" ? head : readTogether(name, store, () => {}));
const opened = await open(async () => store, read, load);
await opened.more();

const found = [];
for (const query of queries) {
  const { hits, repaired, absent, isPart } = await ask(isAll ? opened.allYears : opened, query, opened.repair);
  const documents = await opened.documents(hits.map(({ n }) => n));
  found.push({ repaired, absent, part: Boolean(isPart), hits: documents.map((one, n) => [one.root, one.address, one.passage, one.title, one.told, hits[n].direct, hits[n].score]) });
}
console.log(JSON.stringify({ told, found, older: opened.older().map(([key, year]) => [key, year]), outline: opened.outline().map(({ site, report, kind }) => [site, report, kind]) }));
