// What every page can do, and what single elements ask for.
import { alone, printAll } from "./alone.js";
import { cite } from "./cite.js";
import { contents } from "./contents.js";
import { picture, snapshot } from "./drawn.js";
import { follow } from "./follow.js";
import { FRAME, bind, done, shortCut } from "./frame.js";
import { letter } from "./letter.js";
import { mark } from "./mark.js";
import { mend } from "./mend.js";
import { notes } from "./notes.js";
import { paper } from "./paper.js";
import { plain } from "./plain.js";
import { record } from "./record.js";
import { snippet } from "./snippet.js";
import { take } from "./take.js";

bind({ ...FRAME, alone, cite, contents, follow, letter, mend, notes, picture, plain, print: printAll, record, snapshot, snippet, take });

// A hit of the search leads here with the words it was found by
if (new URL(location.href).searchParams.has("mark")) mark();

paper();
shortCut();
done();
