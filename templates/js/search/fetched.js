// A file of another site's index, as text: it is a script, and no script of another site is ever run. What it hands over is
// JSON behind its name (disclosure/search/data_file.py), which is taken out and read as such.
import { NotLoaded } from "./insert.js";

const PATIENCE_A_FILE = 15000;
const CLOSING = ");\n";

// The value of the file `name` at an address, of `most` bytes at most as they come out of the compression.
export async function fetched(address, name, most) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_A_FILE);
  try {
    const response = await fetch(address, { credentials: "omit", redirect: "error", referrerPolicy: "no-referrer", signal: patience.signal });
    if (!response.ok) throw new NotLoaded(address);
    return valueOf(await received(response, most), name);
  } catch (error) {
    throw error instanceof Unreadable ? error : new NotLoaded(address);
  } finally {
    clearTimeout(timer);
  }
}

// What a site says and this page does not take.
export class Unreadable extends Error {}

// No host's word about the length is taken for it.
async function received(response, most) {
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > most) {
      reader.cancel();
      throw new Unreadable("too long");
    }
    text += decoder.decode(value, { stream: true });
  }
}

export function valueOf(text, name) {
  const opening = `disclosure.data("${name}",`;
  if (!text.startsWith(opening) || !text.endsWith(CLOSING)) throw new Unreadable(name);
  try {
    return JSON.parse(text.slice(opening.length, -CLOSING.length));
  } catch {
    throw new Unreadable(name);
  }
}
