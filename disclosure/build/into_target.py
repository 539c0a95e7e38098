"""What a stage of a build staged, into the target: how that stands is sealed, the next build is told. ``publish``."""

from __future__ import annotations

from collections.abc import Sequence

from disclosure.build.inputs import Inputs
from disclosure.build.previous import PreviousBuild, save
from disclosure.cache import seal
from disclosure.cache.published import PublishedSite
from disclosure.publishing import publish as publishing


def publish(
    inputs: Inputs,
    stood: PublishedSite,
    before: PreviousBuild,
    now: PreviousBuild,
    *,
    shown: Sequence[str] = (),
    recorded: bool = True,
) -> int:
    """How many files went. ``stood`` is the target as it was, ``before`` what was known of it; of what is staged
    ``shown`` lies there already. ``recorded``: we published there before."""
    assert now.published is not None
    stray, site = sorted(stood.but_for(now.published)), inputs.project.site

    def saved(moved: list[str]) -> None:
        save(inputs.store, before, now, seal.keep(stood.seals_in(inputs.store), site, [*shown, *moved], stray))

    publishing.publish(inputs.project.cache, site, stray, saved, recorded=recorded)
    return len(stray)
