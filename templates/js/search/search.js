// The search of a small site, whose index is one file.
import { begin } from "./begin.js";
import { openOne } from "./one.js";

begin(openOne);
