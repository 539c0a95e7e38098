// What is only needed where a query has a figure or a sign, or is pasted text. Loaded then.
import { byNumber, numberTerm } from "./figures.js";
import { named } from "./named.js";
import { withNear } from "./near.js";
import { obeying, signs } from "./signs.js";

export const exact = { byNumber, named, numberTerm, withNear, signs, obeying };
