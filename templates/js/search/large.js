// The search of a large site, whose index is many files. It has nothing that only a small site needs.
import { begin } from "./begin.js";
import { leadsOn } from "./parted.js";
import { openShards } from "./shards.js";

begin(openShards, { opened: leadsOn });
