// What is found goes out as a CSV file: lines as they were published, with the heads and the columns of the workbook.
import { save } from "../save.js";

// Of a condition in a file's name
const LONGEST_WORD = 12;

// `ids` in their order; without any, all. The file's name, and how many lines it has.
export function saveLines({ head, lines }, ids, words) {
  const all = ids || Object.keys(lines);
  const file = `${words.map(plain).filter(Boolean).join("-")}-${new Date().toLocaleDateString("sv")}.csv`;
  save([head, ...all.map((id) => lines[id])].join(""), file, "text/csv");
  return { file, number: all.length };
}

// Signs that no disk takes are left out.
function plain(word) {
  return word.replace(/[\\/:*?"<>|\s.]+/g, "").slice(0, LONGEST_WORD);
}
