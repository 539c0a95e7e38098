"""Files as a content management system on git may write them: refused with a message, or plain text on the page."""

from __future__ import annotations

from tests.projects import Sandbox
from tests.security.edges.names import faults

HEAD = "title: 甲\ndescription: 乙\npublished: 2024-02-01 09:00\norder: 30\n"
# What stands in a head, and no reader of ours may make anything of
REFUSED_HEADS = {
    "tag": HEAD + "x: !!python/object/apply:os.getcwd []\n",
    "own-tag": HEAD.replace("甲", "!secret 甲"),
    "anchor": HEAD.replace("甲", "&a 甲"),
    "alias": HEAD.replace("乙", "*a"),
    "merge": "<<: {order: 1}\n" + HEAD,
    "twice": HEAD + "title: 丙\n",
    "directive": "%YAML 1.2\n" + HEAD,
    "documents": HEAD + "...\n" + HEAD,
    "unknown": HEAD + "layout: post\ndraft: true\n",
    "json": '{"title": "甲", "layout": "post"}\n',
    "list": "- title: 甲\n",
    "deep": HEAD + f"x: {'[' * 200}{']' * 200}\n",
}
REFUSED_BODIES = {
    "html": '<div class="editor"><b id="hostile">丁</b></div>',
    "iframe": '<iframe src="https://example.invalid/"></iframe>',
    "image": "![](https://example.invalid/a.png)",
    "script-link": "[丁](javascript:window.ran=1)",
    "data-link": "[丁](data:text/html,a)",
    "attributes": "丁\n{: onclick=window.ran=1 }",
}
# Of other systems: words to ours
PLAIN_BODIES = {
    "shortcode": '{{< youtube id="hostile" >}}',
    "liquid": "{% include hostile.html %} {{ site.title }}",
    "jinja": "{{ ''.__class__ }} {{ 7*7 }}",
    "toml": "+++\ntitle = '丁'\n+++",
    "widget": "[[hostile:1]] :::note\n丁\n:::",
}


def written(project: Sandbox, name: str, head: str = HEAD, body: str = "丁") -> str:
    path = project.content / f"{name}.md"
    path.write_text(f"---\n{head}---\n\n{body}\n", "utf-8")
    return f"content/{path.name}"


def test_constructs_of_yaml_are_refused_with_a_message(project: Sandbox) -> None:
    paths = [written(project, f"head-{name}", head) for name, head in REFUSED_HEADS.items()]
    assert unsaid(project, paths) == []


def test_markup_and_links_of_others_are_refused_with_a_message(project: Sandbox) -> None:
    """Links are followed where all files can be read."""
    paths = [
        written(project, f"body-{name}", HEAD.replace("30", str(n)).replace("甲", f"甲{n}"), body)
        for n, (name, body) in enumerate(REFUSED_BODIES.items(), 40)
    ]
    assert unsaid(project, paths) == []


def unsaid(project: Sandbox, paths: list[str]) -> list[str]:
    """Those of which the check says nothing."""
    done = project.run("check")
    assert (done.code, faults(done.out + done.err)) == (1, [])
    return [path for path in paths if f"{path}:" not in done.err]


def test_words_of_other_systems_are_words_on_the_page(project: Sandbox) -> None:
    for n, (name, body) in enumerate(PLAIN_BODIES.items(), 40):
        written(project, f"plain-{name}", HEAD.replace("30", str(n)).replace("甲", f"甲{n}"), body)
    done = project.run("build")
    pages = {name: project.site / f"plain-{name}.html" for name in PLAIN_BODIES}
    told = {name for name in PLAIN_BODIES if f"plain-{name}.md" in done.err}
    assert done.code in (0, 1), done.err
    if done.code == 0:
        texts = {name: path.read_text("utf-8") for name, path in pages.items()}
        assert [name for name, text in texts.items() if 'id="hostile"' in text or ">49<" in text] == []
    else:
        # Signs that Markdown would take for its own are told
        assert told != set()
