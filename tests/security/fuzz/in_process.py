"""The programs that run inside limits (``disclosure/source/inside/limited.py``), called in this process: a process for
each of millions of inputs would take days. What a library raises in them is answered as there; what takes too long is
counted, and not held against our own code.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from disclosure.ingest.formats.html import cleaner
from disclosure.source.inside import limited, pdf_pages
from disclosure.tables.files import older_cells, workbook_cells
from tests.security.fuzz.target import ENDED, InputHung

PROGRAMS: dict[str, Callable[..., dict[str, Any]]] = {
    str(program.__file__): program.main for program in (cleaner, pdf_pages, older_cells, workbook_cells)
}


def run(script: str, data: bytes, *arguments: str) -> dict[str, Any] | None:
    """As ``limited.run``."""
    try:
        found = PROGRAMS[script](data, *arguments)
    except (MemoryError, InputHung):
        ENDED.append((script, data))
        return None
    except Exception as error:  # noqa: BLE001 (as the process does)
        found = {"locked": True} if type(error).__name__ == "DependencyError" else {"spoilt": type(error).__name__}
    except BaseException as error:
        # What Rust raises where it panics; the process would end without an answer
        if type(error).__name__ != "PanicException":
            raise
        return None
    answer: dict[str, Any] = json.loads(json.dumps(found))
    return answer


limited.run = run
