"""Known faults, licences and age of all that is installed by the locks.

    python -m tests.security.audit --cache FOLDER

pip-audit asks the registry about each pinned release, ``npm audit`` about those of the checkers. A registry's mirror
may know files alone: then nobody was asked, and the run ends with 2 (``findings/pip-audit-unreached.sh``). Licences
are those that the packages state (pip-licenses; ``package-lock.json``); one that is not among ``LICENCES`` ends it with
1, and so does a fault. ``--write`` writes the table of ``docs/dependencies.md`` anew.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from tests.projects import REPOSITORY
from tests.security import figures

TOOLS: Final = ("pip-audit==2.10.1", "pip-licenses==5.5.5")
LOCKS: Final = {
    "what the program needs": "requirements.txt",
    "with what its tests need": "requirements-dev.txt",
    "what fuzzing needs": "requirements-fuzz.txt",
}
LIST: Final = REPOSITORY / "docs/dependencies.md"
# Seconds for a tool: a registry that does not answer is asked again and again
LIMIT: Final = 600
# Any of these words in what a package states: free to use, change and pass on beside MIT
LICENCES: Final = re.compile(
    r"MIT|BSD|Apache|MPL|Mozilla Public|ISC|PSF|Python-2.0|Public Domain|W3C|Unlicense|CC0|CC-BY|BlueOak"
)
# What states none in its metadata, or more than one, and what its own files say
STATED: Final = {
    "atheris": "Apache-2.0 (its LICENSE); fuzzing only",
    "axe-playwright-python": "MIT (its LICENSE)",
    "svg-tags": "MIT (its LICENSE)",
    "colorama": "BSD-3-Clause; on Windows only",
    "text-unidecode": "Artistic-1.0-Perl, or GPL at choice; tests only",
}


def _tool(cache: Path, name: str) -> str:
    """A tool in an environment of its own, which is made where it is missing."""
    home = cache / "audit"
    if not (home / "bin" / name).exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        subprocess.run([str(home / "bin/python"), "-m", "pip", "install", "--quiet", *TOOLS], check=True)
    return str(home / "bin" / name)


def _asked(command: Sequence[str]) -> Any:
    """What a command prints as JSON, whatever it ends with; None where it is no JSON, or there is no such program."""
    if shutil.which(command[0]) is None:
        print(f"{command[0]} is not installed")
        return None
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=LIMIT, check=False)
    try:
        return json.loads(done.stdout)
    except ValueError:
        return None


def of_python(cache: Path, lock: str) -> dict[str, int | str]:
    """How many of a lock's releases there are, were looked up, and have known faults."""
    command = [
        _tool(cache, "pip-audit"),
        "--requirement",
        lock,
        "--require-hashes",
        "--disable-pip",
        "--format",
        "json",
    ]
    releases = len(re.findall(r"^[a-z0-9].*==", (REPOSITORY / lock).read_text(), re.M))
    told = (_asked(command) or {"dependencies": []})["dependencies"]
    asked = [release for release in told if "vulns" in release]
    return _counted(
        releases, len(asked), [f"{release['name']} {release['vulns']}" for release in asked if release["vulns"]]
    )


def of_npm() -> dict[str, int | str]:
    """The same of ``package-lock.json``."""
    told = _asked(["npm", "audit", "--json", "--fetch-retries=0"]) or {}
    releases = len(_npm_packages())
    return _counted(releases, releases if "vulnerabilities" in told else 0, sorted(told.get("vulnerabilities", {})))


def _counted(releases: int, asked: int, faults: list[str]) -> dict[str, int | str]:
    print(*faults, sep="\n", end="\n" if faults else "")
    return {"releases": releases, "looked up": asked, "with known faults": len(faults) if asked else "nobody was asked"}


def _npm_packages() -> dict[str, dict[str, Any]]:
    packages = json.loads((REPOSITORY / "package-lock.json").read_text())["packages"]
    return {name.removeprefix("node_modules/"): package for name, package in packages.items() if name}


def licences(cache: Path) -> dict[str, str]:
    """What each installed package states, ours aside."""
    command = [
        _tool(cache, "pip-licenses"),
        "--python",
        sys.executable,
        "--from",
        "mixed",
        "--with-system",
        "--format",
        "json",
    ]
    of_python = {package["Name"]: package["License"] for package in _asked(command) or []}
    of_npm = {name: str(package.get("license", "UNKNOWN")) for name, package in _npm_packages().items()}
    return {**of_npm, **of_python, **STATED}


def unfamiliar(stated: dict[str, str]) -> Iterable[str]:
    """Those whose licence is not among ``LICENCES`` and of which nothing is said in ``STATED``."""
    return (f"{name}: {one}" for name, one in sorted(stated.items()) if name not in STATED and not LICENCES.search(one))


def needed() -> dict[str, list[str]]:
    """The releases of the program's lock, each with who asks for it (``disclosure``: we ourselves)."""
    entries = re.findall(
        r"^([a-z0-9-]+)==[^\n]*\n((?:    .*\n?)+)", (REPOSITORY / "requirements.txt").read_text(), re.M
    )
    return {name: re.findall(r"^    #(?: via(?! *$))? +(?!via$)([a-z0-9-]+)", lines, re.M) for name, lines in entries}


def listed(stated: dict[str, str]) -> str:
    """The table of ``docs/dependencies.md``: what the program needs, the licence stated, who asks for it."""
    # Names in a lock are in lower case, with `-` for every sign between words
    known = {re.sub(r"[-_.]+", "-", name).lower(): licence for name, licence in stated.items()}
    rows = [f"| {name} | {known.get(name, '-')} | {', '.join(askers)} |" for name, askers in needed().items()]
    return "\n".join(("| package | licence | asked for by |", "|---|---|---|", *rows))


def _write(stated: dict[str, str]) -> None:
    before, _table, after = re.split(r"(?m)((?:^\|.*\n)+)", LIST.read_text("utf-8"), maxsplit=1)
    LIST.write_text(f"{before}{listed(stated)}\n{after}", "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Asks, prints, and takes down what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    cache = options.cache.resolve()
    stated = licences(cache)
    if options.write:
        _write(stated)
    return _audited(cache, stated)


def _audited(cache: Path, stated: dict[str, str]) -> int:
    """Asks of all that is pinned, takes down what was counted; what the run ends with."""
    counted = {**{part: of_python(cache, lock) for part, lock in LOCKS.items()}, "checkers from npm": of_npm()}
    for part, counts in counted.items():
        figures.record("audit", counts, part=part)
    others = list(unfamiliar(stated))
    print(*others, sep="\n", end="\n" if others else "")
    figures.record("audit", {"packages": len(stated), "of no free licence known here": len(others)}, part="licences")
    if others or any(counts["with known faults"] not in {0, "nobody was asked"} for counts in counted.values()):
        return 1
    return 2 if any(counts["looked up"] != counts["releases"] for counts in counted.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
