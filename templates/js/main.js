// What every page can do, and what single elements ask for.
import { cite } from "./cite.js";
import { contents } from "./contents.js";
import { follow } from "./follow.js";
import { FRAME, bind, done, shortCut } from "./frame.js";
import { letter } from "./letter.js";
import { mark } from "./mark.js";
import { mend } from "./mend.js";
import { notes } from "./notes.js";
import { picture } from "./picture.js";
import { plain } from "./plain.js";
import { record } from "./record.js";
import { snapshot } from "./snapshot.js";
import { take } from "./take.js";

bind({ ...FRAME, cite, contents, follow, letter, mend, notes, picture, plain, record, snapshot, take });

// A hit of the search leads here with the words it was found by
if (new URL(location.href).searchParams.has("mark")) mark();

shortCut();
done();
