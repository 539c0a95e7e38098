"""What argparse says of a wrong command line, in the words of editors."""

from __future__ import annotations

import re
from difflib import get_close_matches

from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# Before what is wrong with one argument
OF_ARGUMENT = re.compile(r"argument (?P<name>[^:]+): (?P<rest>.*)", re.S)
CHOICE = re.compile(r"invalid choice: (?P<given>.+?) \(choose from (?P<known>.*)\)", re.S)
LIKEST = 0.5
# What argparse says, and how it is told; quotation marks differ by version
MESSAGES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"the following arguments are required: (?P<names>.*)", re.S), N_("还要写：{names}")),
    (re.compile(r"unrecognized arguments: (?P<names>.*)", re.S), N_("不认识：{names}")),
    (
        re.compile(r"ambiguous option: (?P<given>\S+) could match (?P<names>.*)", re.S),
        N_("{given} 可能是 {names}，写全"),
    ),
    (re.compile(r"one of the arguments (?P<names>.*) is required", re.S), N_("要写其中一个：{names}")),
    (re.compile(r"expected one argument"), N_("后面要写一个值")),
    (re.compile(r"expected at most one argument"), N_("后面最多写一个值")),
    (re.compile(r"expected at least one argument"), N_("后面至少写一个值")),
    (re.compile(r"expected (?P<n>\d+) arguments?"), N_("后面要写 {n} 个值")),
    (re.compile(r"ignored explicit argument (?P<given>.*)", re.S), N_("后面不写值，多了 {given}")),
    (re.compile(r"not allowed with argument (?P<names>.*)", re.S), N_("不能和 {names} 一起写")),
    (re.compile(r"invalid (?P<kind>\w+) value: (?P<given>.*)", re.S), N_("值 {given} 不对")),
)


def told(message: str) -> str:
    """In Chinese; what is in no form that is known, as it stands."""
    if found := OF_ARGUMENT.fullmatch(message):
        return _("{name}：{message}").format(name=found["name"], message=told(found["rest"]))
    if found := CHOICE.fullmatch(message):
        return _of_choice(found["given"].strip("'\""), re.findall(r"[^\s,'\"]+", found["known"]))
    for form, words in MESSAGES:
        if found := form.fullmatch(message):
            return _(words).format(**found.groupdict())
    return message


def _of_choice(given: str, known: list[str]) -> str:
    near = get_close_matches(given, known, 1, LIKEST)
    hint = _("是不是 {near}？").format(near=near[0]) if near else ""
    return _("没有 {given}。{hint}可用：{known}").format(given=given, hint=hint, known="、".join(known))
