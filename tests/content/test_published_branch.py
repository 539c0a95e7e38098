"""What `site.yml` calls the published branch is the one that the workflows publish."""

from __future__ import annotations

from disclosure.cache.git_history import line_settings
from disclosure.project import find
from tests.projects import REPOSITORY
from tests.workflows import branches


def test_the_workflows_publish_the_branch_that_site_yml_names() -> None:
    """Where it is another one, write its name into .github/workflows, .gitlab-ci.yml and .workflow too."""
    branch = line_settings(find(REPOSITORY)).branch.removeprefix("origin/") or "main"
    assert branches() == {host: {branch} for host in ("github", "gitlab", "gitee")}
