// What the search page can do beside its search: as much of main.js as it has a use for.
import { bind } from "../bind.js";
import { FRAME, done, shortCut } from "../frame.js";
import { paper } from "../paper.js";

bind(FRAME);
paper();
shortCut();
done();
