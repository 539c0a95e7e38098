// What the search page can do beside its search: as much of main.js as it has a use for.
import { FRAME, bind, done, shortCut } from "../frame.js";
import { paper } from "../paper.js";

bind(FRAME);
paper();
shortCut();
done();
