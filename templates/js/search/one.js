// The index of a small site: one file with all documents, cut here as the build would.
import { readRows } from "./rows.js";
import { weigh } from "./weights.js";

// Milliseconds at a time, so that even a slow phone answers its reader meanwhile
const SLICE = 8;

// `more` are the documents that are read once the first hits are on the page.
export async function openOne(data) {
  const documents = [];
  const tokens = new Map();
  const store = {
    kinds: data.kinds,
    over: data.over,
    readable: Infinity,
    atOnce: Infinity,
    total: 0,
    tokens,
    lookup: async () => (token) => tokens.get(token),
    numbers: async () => [...tokens.keys()].filter((token) => /^=[0-9.]+$/.test(token)).map((token) => token.slice(1)).sort(),
    documents: async (numbers) => numbers.map((n) => documents[n]),
    facets: async () => documents,
    kind: (n) => documents[n].kind,
    group: (n) => documents[n].group,
    async add(more) {
      const added = readRows(more.documents, data, documents.length);
      documents.push(...added);
      store.total = documents.length;
      await post(tokens, added, data);
      // Topics come later: nothing but the filters needs them
      if (more.topics) documents.forEach((one, n) => (one.topics = topicsOf(more, n)));
      store.topics = more.labels;
    },
  };
  await store.add(data);
  return store;
}

async function post(tokens, documents, { kinds, scale }) {
  const priors = Object.fromEntries(kinds.map(({ id, prior }) => [id, prior]));
  let end = 0;
  for (const document of documents) {
    if (performance.now() > end) {
      await pause();
      end = performance.now() + SLICE;
    }
    for (const [token, weight] of weigh(document, priors[document.kind], scale)) {
      let list = tokens.get(token);
      if (!list) tokens.set(token, (list = { length: 0, documents: [], weights: [] }));
      list.documents.push(document.n);
      list.weights.push(weight);
      list.length++;
    }
  }
}

// Until what else waits has had its turn; a timer would wait some milliseconds more each time.
function pause() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = done;
    port2.postMessage(null);
  }).then(() => port1.close());
}

export function topicsOf({ topics, labels }, n) {
  return [topics[n] || []].flat().map((number) => labels[number - 1][0]);
}
