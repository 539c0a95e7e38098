// What three readers make of feeds and calendars: paths of files on the command line, JSON on standard output.
import { readFile } from "node:fs/promises";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import ICAL from "ical.js";
import RssParser from "rss-parser";

async function read(path) {
  const text = await readFile(path, "utf8");
  if (path.endsWith(".xml")) return { atom: parseAtomFeed(text), rss: await new RssParser().parseString(text) };
  if (path.endsWith(".feed.json")) return { json: parseJsonFeed(text) };
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { events: calendar.getAllSubcomponents("vevent").map(event) };
}

function event(component) {
  const one = new ICAL.Event(component);
  return {
    uid: one.uid,
    summary: one.summary,
    description: one.description,
    day: one.startDate.toString(),
    whole: one.startDate.isDate,
    last: one.endDate.toString(),
    url: component.getFirstPropertyValue("url"),
  };
}

const found = {};
for (const path of process.argv.slice(2)) found[path] = await read(path);
process.stdout.write(JSON.stringify(found));
