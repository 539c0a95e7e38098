// What the full text of a report can do besides.
import { bind } from "./bind.js";
import { cite } from "./cite.js";
import { contents } from "./contents.js";
import { notes } from "./notes.js";
import { plain } from "./plain.js";

bind({ cite, contents, notes, plain });
