// Printing all posters, or one.
import { alone, printAll } from "./alone.js";
import { bind } from "./bind.js";

bind({ alone, print: printAll });
