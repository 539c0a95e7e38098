// Loads a page of the preview again once its part of the site was made anew, and says in a bar why it was not.
(function () {
  "use strict";
  const { part, made, list, stopped } = document.currentScript.dataset;
  const bar = document.createElement("div");
  let source;
  let shown = "";
  let silence;

  function listen() {
    source = new EventSource(`/__preview/events?page=${encodeURIComponent(location.pathname)}`);
    source.addEventListener("message", (event) => hear(JSON.parse(event.data)));
    source.addEventListener("error", miss);
  }

  function hear(news) {
    silence = clearTimeout(silence);
    if (news.made[part] !== Number(made)) {
      // The page is left as it will be found again: without the bar, in the same place
      show("");
      location.reload();
    } else if (part === "list") {
      show("");
    } else {
      show(news.title, news.first, news.link);
    }
  }

  // A connection that is lost may be back at once; one that was refused some browsers do not try again
  function miss(event) {
    silence = silence || setTimeout(() => show(stopped), 500);
    if (event.target.readyState === EventSource.CLOSED) setTimeout(resume, 1000);
  }

  function resume() {
    if (!document.hidden && source.readyState === EventSource.CLOSED) listen();
  }

  function show(title, first, link) {
    const said = [title, first, link].join("\n");
    if (said === shown) return;
    shown = said;
    inPlace(() => {
      bar.textContent = "";
      const head = title && add(bar, "p", title);
      if (link) Object.assign(add(head, "a", link), { href: list });
      if (first) add(bar, "pre", first);
    });
    makeRoom();
  }

  function add(parent, name, text) {
    const element = document.createElement(name);
    element.textContent = text;
    parent.append(" ", element);
    return element;
  }

  // What is being read stays where it is on the screen
  function inPlace(change) {
    const mark = document.querySelector("main") || document.body;
    const before = mark.getBoundingClientRect().top;
    change();
    if (scrollY > 0) scrollBy(0, mark.getBoundingClientRect().top - before);
  }

  // What sticks to the top of the window, and what a link leads to, stays below the bar
  function makeRoom() {
    const root = document.documentElement;
    root.style.scrollPaddingTop = "";
    const height = bar.offsetHeight;
    const padding = parseFloat(getComputedStyle(root).scrollPaddingTop) || 0;
    if (height) root.style.scrollPaddingTop = `${padding + height}px`;
    for (const element of document.querySelectorAll("body *")) {
      if (element !== bar && getComputedStyle(element).position === "sticky") stick(element, height);
    }
  }

  function stick(element, height) {
    element.style.top = "";
    const top = parseFloat(getComputedStyle(element).top);
    if (height && top >= 0) element.style.top = `${top + height}px`;
  }

  bar.id = "preview-bar";
  bar.setAttribute("role", "status");
  bar.setAttribute("aria-live", "polite");
  document.body.prepend(bar);
  // A browser keeps few connections to one host: only the tab that is looked at has one
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) source.close();
    else resume();
  });
  listen();
})();
