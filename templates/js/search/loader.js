// Files that are loaded when they are needed, as script elements: nothing else can be loaded from a disk, and a policy
// of `script-src 'self'` is enough. Each file hands over what it brings under its name, in the one global:
//   disclosure.data("tokens/17", { … })                a file of the index
//   disclosure.script("search-extras", { extras })     a script, with what it exports
import { NotLoaded, insert } from "./insert.js";

// `addressOf` gives a file's address by its name. { hand, load }: what a file calls, and how to have what it hands over.
export function loader(addressOf) {
  const handed = new Map();
  const loading = new Map();

  function load(name) {
    if (!loading.has(name)) loading.set(name, bring(name));
    return loading.get(name);
  }

  async function bring(name) {
    try {
      if (!handed.has(name)) await insert(addressOf(name));
      if (!handed.has(name)) throw new NotLoaded(name);
      return handed.get(name);
    } catch (error) {
      // The next one who asks tries again
      loading.delete(name);
      throw error;
    }
  }

  return { load, hand: (name, value) => handed.set(name, value) };
}
