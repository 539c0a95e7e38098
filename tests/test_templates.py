"""Templates are input: what is wrong with one is said with its file and line, and the site stays as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

from tests.projects import REPOSITORY, Sandbox, configured, files_of

CASES = {
    "a block that is not closed": ("pages/home.html", "{% endblock %}", "", "pages/home.html"),
    "a filter that is none": (
        "components/footer.html",
        "</footer>",
        "{{ site.title|upper_case }}</footer>",
        "components/footer.html",
    ),
    "an attribute that is none": (
        "components/footer.html",
        "</footer>",
        "{{ site.titel }}</footer>",
        "components/footer.html",
    ),
    "a variable that is none": (
        "pages/home.html",
        "{% block content %}",
        "{% block content %}{{ pgae.title }}",
        "pages/home.html",
    ),
    "a template that is not there": (
        "base.html",
        'from "components/crumbs.html"',
        'from "components/crumb.html"',
        "base.html",
    ),
    "a component that is not there": ("base.html", "import crumbs %}", "import crumb as crumbs %}", "base.html"),
    "a script that is not there": (
        "components/head.html",
        "asset('display.js')",
        "asset('dispaly.js')",
        "components/head.html",
    ),
    "what is no function, called": ("base.html", "{{ page.description }}", "{{ page.description() }}", "base.html"),
}


def own_templates(project: Sandbox) -> Sandbox:
    """The project with a copy of the templates, to be spoilt."""
    shutil.copytree(REPOSITORY / "templates", project.root / "templates")
    return configured(project.root, project.root / "templates")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_template_that_is_wrong_is_told_with_file_and_line(
    create: Callable[..., Sandbox], case: tuple[str, str, str, str]
) -> None:
    name, old, new, told = case
    project = own_templates(create())
    before = project.build()
    path = project.root / "templates" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    done = project.run("build")
    assert done.code == 1, done.err
    assert done.err.startswith(f"templates/{told}:"), done.err
    assert "[template] 模板不能用：" in done.err
    assert "Traceback" not in done.err
    assert files_of(project.site) == before
    path.write_text(text, "utf-8")
    assert project.build() == before


def test_all_templates_that_cannot_be_compiled_are_told_at_once(create: Callable[..., Sandbox]) -> None:
    project = own_templates(create())
    for name in ("pages/home.html", "pages/text.html"):
        path = project.root / "templates" / name
        path.write_text(path.read_text("utf-8").replace("{% endblock %}", "{% endblok %}", 1), "utf-8")
    said = project.run("build").err
    assert [line.partition(":")[0] for line in said.splitlines() if "[template]" in line] == [
        "templates/pages/home.html",
        "templates/pages/text.html",
    ]


def test_a_template_that_is_no_text_is_told_too(create: Callable[..., Sandbox]) -> None:
    project = own_templates(create())
    (project.root / "templates/components/crumbs.html").write_bytes(b"\xd5\xe2")
    done = project.run("build")
    assert done.code == 1, done.err
    assert "[template]" in done.err
