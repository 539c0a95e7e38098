"""Who makes the narratives' HTML: we ourselves, or MkDocs where ``mkdocs.yml`` asks for what only it can do."""

from __future__ import annotations

from disclosure.build import narratives
from disclosure.build.site_context import Narratives
from disclosure.build.site_plan import SitePlan


def render(plan: SitePlan) -> Narratives:
    if not narratives.asks_for_more(plan.inputs.project):
        return narratives.render(plan)
    # Imported here: MkDocs takes longer to load than most builds
    from disclosure import mkdocs_plugin

    return mkdocs_plugin.render_narratives(plan)
