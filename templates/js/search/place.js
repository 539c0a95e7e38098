// Where a reader is in the list of hits, for who comes back to it: kept with the entry of the browser's history, which
// nobody else reads and no address shows. A browser that kept the page itself needs none of it.
const SETTLING = 200;

// `view.wanted` is where the reader was, until the page is there again.
export function place(view) {
  view.wanted = history.state?.found;
  // The page is too short where the browser would scroll it
  history.scrollRestoration = "manual";
  let timer = 0;
  addEventListener("pagehide", () => keep(view));
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(() => keep(view), SETTLING);
  });
  addEventListener("popstate", () => (view.wanted = history.state?.found));
}

function keep(view) {
  if (view.wanted || view.query === undefined) return;
  try {
    history.replaceState({ ...history.state, found: { query: view.query, shown: shown(view), y: Math.round(scrollY) } }, "");
  } catch {
    // Then coming back begins at the top
  }
}

const shown = ({ page }) => page.querySelectorAll("[data-results] > [data-hit]").length;

// `next` brings further hits, or waits for those that come by themselves; it gives nothing where there are no more.
export async function comeBack(view, turn, next) {
  const { wanted, query } = view;
  const isThere = () => turn !== view.turn || shown(view) >= wanted.shown;
  if (wanted?.query === query) {
    while (!isThere()) if (!(await next())) break;
    // Who has begun to read elsewhere stays there
    if (turn === view.turn && scrollY === 0) scrollTo(0, wanted.y);
  }
  if (turn === view.turn) view.wanted = undefined;
}
