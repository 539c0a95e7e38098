"""Runs that are asked to end, by Ctrl+C or by the system, at any moment."""

from __future__ import annotations

import random
import signal
import time

from tests.security.kills.builds import KillCounts, difference
from tests.security.kills.editions import NUMBER, Editions

CODES = {signal.SIGINT: 130, signal.SIGTERM: 143}
SAID = "中断了"


def lane(editions: Editions, dice: random.Random, number: int) -> KillCounts:
    """So many of them: one line, the right exit code, nothing left, and the next run is right."""
    found = KillCounts()
    edition = 0
    seconds = editions.run("build", "--verify").seconds
    while found.counts["stopped"] < number:
        edition = (edition + dice.randint(1, NUMBER - 1)) % NUMBER
        editions.edit(edition)
        by, group = dice.choice((signal.SIGINT, signal.SIGTERM)), dice.random() < 0.5
        words = dice.choice((("build",), ("build", "--workers", "2", "--verify"), ("release", str(editions.releases))))
        running = editions.begin(*words)
        time.sleep(dice.uniform(0, seconds))
        running.kill(group=group, by=by)
        ended = running.wait()
        what = f"{words[0]}, {by.name}"
        if ended.code != 0:
            found.counts["stopped"] += 1
            found.counts[by.name] += 1
            # What had not begun has nothing to say
            is_early = ended.code == -by and not ended.said
            if not is_early and (ended.code != CODES[by] or "Traceback" in ended.said or SAID not in ended.said):
                found.faults.append(f"{what}: {ended.code} {ended.said[-1500:]}")
        running.left_alone()
        # What lies in the cache is the next build's to clear away
        left = [one for one in editions.leftovers() if ".cache" not in one]
        if left and ended.code != 0:
            found.faults.append(f"{what}: left {left[:5]}")
        again = editions.run(*words)
        if again.code != 0 or editions.site != editions.clean[edition] or editions.leftovers():
            differs = difference(editions.site, editions.clean[edition])
            found.faults.append(f"{what} {ended.code}: then {again.code} {differs} {editions.leftovers()}")
    for fault in found.faults:
        print("FAULT", fault, flush=True)
    return found
