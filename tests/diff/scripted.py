"""A project under git, published as it is; and the year of the example that is held against it."""

from __future__ import annotations

from pathlib import Path

from tests.grown import stand
from tests.projects import Sandbox, configured, create
from tests.repositories import SandboxRepository

EXPECTED = Path(__file__).parent / "expected"
# Each form of the command, and the file that holds what it says of the example's year
FORMS = {"text.txt": (), "comment.md": ("--format", "markdown"), "data.json": ("--json",)}
# From the reposted news on file to the correction of a figure
FIRST, LAST = "2025-11-21", "2026-02-10"


def committed(root: Path, case: str = "register") -> Sandbox:
    """A case's content, published in one commit."""
    made = create(root, case)
    SandboxRepository(root).commit()
    return made


def year(root: Path) -> Sandbox:
    """The example as it was on the last day, over a commit of the first."""
    made = configured(root)
    stand(root, FIRST)
    SandboxRepository(root).commit(FIRST)
    stand(root, LAST)
    return made


def said(made: Sandbox, form: str) -> str:
    done = made.run("diff", *FORMS[form], date=LAST)
    assert (done.code, done.err) == (0, ""), done.out + done.err
    return done.out


def main() -> None:
    """Write anew what is expected."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        made = year(Path(folder))
        for form in FORMS:
            (EXPECTED / form).write_text(said(made, form), "utf-8")


if __name__ == "__main__":
    main()
