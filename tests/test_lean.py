"""Our own Python of a template and Jinja's make the same page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.lexer import Token
from markupsafe import Markup

from disclosure.lean import module, tokens
from disclosure.lean.values import Unusual
from disclosure.theme import environment as templating
from disclosure.theme import theme as rendering
from tests.projects import REPOSITORY, Project

TEMPLATES = REPOSITORY / "templates"
NAMES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))

BASE = (
    '{% from "c" import tag, pair %}<html>{% block title %}{{ page.title }}{% endblock %}{{ tag(page.title) }}'
    "{% block content %}{% if page.rows %}x{% endif %}{% endblock %}{{ asset('a.js') }}</html>"
)
COMPONENT = (
    "{% macro tag(text, kind='b') %}<{{ kind }}>{{ text }}</{{ kind }}>{% endmacro %}\n"
    "{% macro pair(rows) %}{% for a, b in rows %}{{ tag(a) }}{{ b }}{{ loop.index }}{% if loop.last %}.{% endif %}"
    "{% else %}{{ _('没有') }}{% endfor %}{% endmacro %}\n"
)
# Bodies of a page's block; those below the line are Jinja's
USUAL = [
    "{{ page.title }}{{ _('共 %(n)s 条', n=page.rows|length) }}{{ _('<b>') }}{{ '<i>' }}{{ html | safe }}",
    "{% for row in page.rows %}{% for one in row %}{{ one }}{{ loop.first }}{% endfor %}{{ row[0] }}{% endfor %}",
    "{% set all = page.rows %}{% if not all %}0{% elif all[0] and page.title %}{{ all[0] }}{% else %}-{% endif %}",
    "{% for one in page.rows %}{{ one }}{% endfor %}{% for one in page.rows %}{{ one }}{% endfor %}",
    "{{ 'a' if page.title == 'x' else _('无：%(t)s', t=page.title) }}{{ page.title in ('a', '<') }}",
    "{{ page.rows is none }}{{ page.rows is not none }}",
    "{{ tag(tag(page.title), kind='i') }}{{ page.title ~ '<' }}{{ 'a.html' | href(page.title) }}{{ asset('x') }}",
    "{% set both = tag(page.title) %}{{ both }}{{ both ~ page.title }}",
    "{% for one in page.rows %}{% endfor %}{{ 1 < 2 <= 3 }}{{ page.title or 5 }}",
]
UNUSUAL = [
    "{{ pair(page.rows) }}",
    "{% for one in page.rows %}{% set title = one %}{% for one in one %}{{ one }}{% endfor %}{{ one }}{% endfor %}",
    "{% set page = 5 %}{{ page }}",
    "{% set tag = 5 %}{{ tag }}",
    "{{ super() }}{{ page.title | upper }}{% trans %}甲{% endtrans %}",
    "{% set ns = namespace(a=1) %}{{ ns.a }}{% for one in page.rows if one %}{{ one }}{% endfor %}",
    "{% for html in page.rows %}{{ html }}{% endfor %}{{ html }}",
    "{% macro own(x) %}{{ x }}{{ caller() }}{% endmacro %}{% call own(1) %}{{ page.title }}{% endcall %}",
    "{% for one in page.rows recursive %}{{ loop.revindex }}{% endfor %}{{ page['title'] }}",
    "{% autoescape false %}{{ page.title }}{% endautoescape %}{{ page.rows[0] if page.rows }}",
]


class Page:
    def __init__(self, title: object, rows: object) -> None:
        self.title, self.rows = title, rows


def environment(body: str) -> templating.Environment:
    made = templating.environment(TEMPLATES, asset=lambda name: f"assets/{name}")
    made.undefined = jinja2.Undefined
    page = '{% extends "base" %}{% from "c" import tag, pair %}{% block content %}' + body + "{% endblock %}"
    made.loader = jinja2.DictLoader({"base": BASE, "c": COMPONENT, "page": page})
    return made


def left_to_jinja(*_given: object) -> str:
    raise Unusual


def both(render: Callable[[], Any]) -> tuple[Any, Any]:
    """What is rendered our way, and Jinja's."""
    ours = render()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "python", left_to_jinja)
        rendering._theme.cache_clear()
        theirs = render()
    rendering._theme.cache_clear()
    return ours, theirs


@pytest.mark.parametrize("name", NAMES)
def test_our_templates_need_no_more_than_we_make(name: str) -> None:
    made = templating.environment(TEMPLATES)
    assert made.loader is not None
    source = made.loader.get_source(made, name)[0]
    assert "def root(_context)" in made.compile(source, name, raw=True)


def plain(stream: Iterable[Token]) -> list[tuple[int, str, str]]:
    """The words of begins and ends are nothing to the parser."""
    return [(one.lineno, one.type, "" if one.type.endswith(("_begin", "_end")) else one.value) for one in stream]


ENVIRONMENT = templating.environment(TEMPLATES)


def cut_by_jinja(source: str) -> list[tuple[int, str, str]]:
    return plain(jinja2.Environment._tokenize(ENVIRONMENT, source, "name"))


@pytest.mark.parametrize("name", NAMES)
def test_our_templates_are_cut_as_jinja_cuts_them(name: str) -> None:
    source = (TEMPLATES / name).read_text("utf-8")
    found = tokens.tokens(source)
    assert found is not None
    assert plain(found) == cut_by_jinja(source)


FRAGMENTS = ["甲", " ", "\n", "\t", "  \n\n ", "\r\n", "}", "%}", "{", "{{ a.b }}", "{{- 'x%}' -}}", "{{ a\n }}"]
FRAGMENTS += ["{% if a %}", '{%- set b = "\'" -%}', "{% for i, j in k -%}", "{%+ if b %}", "{% raw %}{{%}{% endraw %}"]
FRAGMENTS += ["{# c\n #}", "{#- d -#}", "{{ f(1, 'g\n')|h ~ 0 }}", "{{ {'a': 1} }}", "{{ a % 2 }}", "{{ 'a\\n' }}"]
FRAGMENTS += ["{{ 1.5 }}", "{{ a != b[0] }}", "{{ -1 }}", "{{ (a }}"]


@given(st.lists(st.sampled_from(FRAGMENTS)).map("".join))
def test_a_template_is_cut_as_jinja_cuts_it(source: str) -> None:
    found = tokens.tokens(source)
    if found is not None:
        assert plain(found) == cut_by_jinja(source)


@pytest.mark.parametrize("body", USUAL)
def test_what_our_templates_use_is_made_by_us(body: str) -> None:
    assert "def block_content(_context)" in environment(body).compile(
        "{% block content %}" + body + "{% endblock %}", raw=True
    )


TEXT = st.text("<>&'\"甲 a", max_size=3)


@cache
def compiled(body: str) -> tuple[jinja2.Template, jinja2.Template]:
    return both(lambda: environment(body).get_template("page"))


@pytest.mark.parametrize("body", USUAL + UNUSUAL)
@given(title=st.one_of(TEXT, TEXT.map(Markup)), rows=st.lists(st.tuples(TEXT, st.integers()), max_size=3))
def test_a_page_is_the_same(body: str, title: str, rows: list[tuple[str, int]]) -> None:
    ours, theirs = (one.render(page=Page(title, rows), html="<u>") for one in compiled(body))
    assert ours == theirs


@pytest.mark.parametrize("case", ["register", "two-reports"])
def test_a_site_is_the_same(create: Callable[..., Project], case: str) -> None:
    ours, theirs = both(lambda: create(case, f"project-{next(numbers)}").build())
    assert {name: data for name, data in ours.items() if theirs.get(name) != data} == {}


numbers = iter(range(10))


def test_a_missing_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        environment("{{ missing }}").get_template("page").render(page=Page("", ()), html="")
    with pytest.raises(AttributeError):
        environment("{{ page.missing }}").get_template("page").render(page=Page("", ()), html="")
