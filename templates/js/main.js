// What every page can do, and what single elements of many pages ask for. What only one kind of page asks for is a script
// of its own, which that page loads before this one.
import { beside } from "./beside.js";
import { bind } from "./bind.js";
import { picture, snapshot } from "./drawn.js";
import { follow } from "./follow.js";
import { FRAME, done, shortCut } from "./frame.js";
import { mend } from "./mend.js";
import { paper } from "./paper.js";
import { record } from "./record.js";
import { insert } from "./search/insert.js";
import { snippet } from "./snippet.js";

bind({ ...FRAME, follow, mend, picture, record, snapshot, snippet });

// A hit of the search leads here with the words it was found by; where the script does not come, nothing is marked
if (new URL(location.href).searchParams.has("mark")) insert(beside("mark"), 0).catch(() => {});

paper();
shortCut();
done();
