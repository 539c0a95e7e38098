// What the search page can do beside its search: as much of main.js as it has a use for.
import { FRAME, bind, done, shortCut } from "../frame.js";

bind(FRAME);
shortCut();
done();
