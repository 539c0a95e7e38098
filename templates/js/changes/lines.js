// Rows of the index as lines under the headings of their days, as the page has them.
export function lines(place, index, rows, root) {
  return rows.map((row) => {
    const made = line(index, row, root);
    listOf(place, row[0]).append(made);
    return made;
  });
}

// The list of a day, which is the last or a new one: the rows come in order.
function listOf(place, day) {
  const last = place.lastElementChild;
  if (last && last.dataset.day === day) return last;
  const heading = document.createElement("h2");
  heading.className = "d-silence";
  const time = heading.appendChild(document.createElement("time"));
  time.dateTime = day;
  time.textContent = day;
  const list = document.createElement("ul");
  list.className = "d-changes";
  list.dataset.day = day;
  place.append(heading, list);
  return list;
}

function line({ words }, [, , , , name, address, note, said, corrections, was, now], root) {
  const made = document.getElementById("d-line").content.firstElementChild.cloneNode(true);
  record(made.querySelector("[data-record]"), name, address && root + address);
  fill(made.querySelector("[data-report]"), note);
  const isPlain = said.length === 1 && !said[0][1] && !said[0][2] && !was && !now && !corrections.length;
  fill(made.querySelector("[data-plain]"), isPlain && said[0][0]);
  const sentence = made.querySelector("[data-sentence]");
  sentence.replaceWith(...(isPlain ? [] : said).map((one) => told(sentence.cloneNode(true), one, words, was, now)));
  const correction = made.querySelector("[data-correction]");
  correction.replaceWith(...corrections.map(([title, where]) => corrected(correction.cloneNode(true), title, where && root + where)));
  return made;
}

function record(link, name, address) {
  link.textContent = name;
  if (address) link.href = address;
}

function told(made, [label, was, now], words, before, after) {
  const part = (name) => made.querySelector(`[data-${name}]`);
  part("label").textContent = label;
  if (before || after) {
    put(part("was"), before && word(words[before - 1]));
    put(part("now"), after && word(words[after - 1]));
  } else {
    fill(part("was"), was);
    fill(part("now"), now);
  }
  if (!((was && now) || (before && after))) part("arrow").remove();
  return made;
}

function fill(place, text) {
  if (text) place.textContent = text;
  else place.remove();
}

function put(place, made) {
  if (made) place.replaceWith(made);
  else place.remove();
}

// The same shape, word and colour as on every page.
function word([shape, label, colour]) {
  const made = document.getElementById("d-word").content.firstElementChild.cloneNode(true);
  made.classList.add(`d-outcome--${colour}`);
  made.firstElementChild.textContent = shape;
  made.lastElementChild.textContent = label;
  return made;
}

function corrected(made, title, address) {
  record(made.querySelector("a"), title, address);
  return made;
}
