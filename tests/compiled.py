"""Templates compiled once a process: most builds of the tests read the same ones, from a folder of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType
from typing import Any
from unittest.mock import patch

import jinja2
from jinja2.bccache import Bucket

from disclosure import translation
from disclosure.theme import environment as templating

# A message that is another one in any catalogue but the one of the source language
PROBE = "首页"


class CompiledTemplates(jinja2.BytecodeCache):
    """The code of each source by the name of its template, wherever the template lies."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], CodeType] = {}

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        bucket = Bucket(environment, name, source)
        # Messages are translated when a template is compiled: only the source language's are kept
        known = self.known.get((name, source)) if translation.gettext(PROBE) == PROBE else None
        bucket.code = known and _lying_at(filename or "", known)
        return bucket

    def set_bucket(self, bucket: Bucket) -> None:
        if translation.gettext(PROBE) == PROBE and bucket.code is not None:
            self.known[bucket.key, bucket.checksum] = bucket.code


def _lying_at(filename: str, code: CodeType) -> CodeType:
    """The same code, compiled from this file: a traceback names it."""
    inner = (_lying_at(filename, one) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_filename=filename, co_consts=tuple(inner))


@contextmanager
def once() -> Iterator[None]:
    """Every theme of this process shares what is compiled."""
    cache, make = CompiledTemplates(), templating.environment

    def environment(folder: Path, **globals: Any) -> templating.Environment:
        made = make(folder, **globals)
        made.bytecode_cache = cache
        return made

    with patch.object(templating, "environment", environment):
        yield
