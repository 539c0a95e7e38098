"""What ``.git`` may hold that would make git run a program, ask somebody, or answer otherwise."""

from __future__ import annotations

import shutil
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.repositories import SandboxRepository
from tests.security.forged.table import Forgery, Met
from tests.security.world import RENAMED, World

# Every setting that is known to run a program, by what git does when it does
PROGRAMS = """
[core]
    fsmonitor = {run}
    hooksPath = {hooks}
    pager = {run}
    editor = {run}
    sshCommand = {run}
    gitProxy = {run}
    askPass = {run}
    alternateRefsCommand = {run}
    attributesFile = {outside}/attributes
    excludesFile = {outside}/excludes
[pager]
    cat-file = {run}
    rev-list = {run}
    rev-parse = {run}
    ls-tree = {run}
    ls-files = {run}
    diff-tree = {run}
    config = {run}
[alias]
    rev-parse = !{run}
    cat-file = !{run}
    rev-list = !{run}
    merge-base = !{run}
    diff-tree = !{run}
    ls-tree = !{run}
    ls-files = !{run}
[diff]
    external = {run}
[diff "x"]
    command = {run}
    textconv = {run}
    cachetextconv = true
[filter "x"]
    clean = {run}
    smudge = {run}
    process = {run}
    required = true
[merge "x"]
    driver = {run}
[gpg]
    program = {run}
[gpg "ssh"]
    program = {run}
    defaultKeyCommand = {run}
[credential]
    helper = !{run}
[uploadpack]
    packObjectsHook = {run}
[sequence]
    editor = {run}
[interactive]
    diffFilter = {run}
[log]
    showSignature = true
[remote "origin"]
    url = ext::{run}
    uploadpack = {run}
    receivepack = {run}
    vcs = {run}
    proxy = {run}
[protocol]
    allow = always
[protocol "ext"]
    allow = always
[url "ext::{run}"]
    insteadOf = https://
[trace2]
    normalTarget = {ran}
    eventTarget = {ran}
    perfTarget = {ran}
[browser "x"]
    cmd = {run}
[difftool "x"]
    cmd = {run}
[maintenance]
    auto = true
[submodule]
    recurse = true
"""
OTHERWISE = """
[core]
    abbrev = 4
    bare = true
    worktree = {outside}
    quotePath = true
    ignoreCase = true
    sparseCheckout = true
    sparseCheckoutCone = true
    splitIndex = true
    useReplaceRefs = true
    logAllRefUpdates = false
    commitGraph = true
    multiPackIndex = true
    notesRef = refs/x
    precomposeUnicode = true
    untrackedCache = true
    warnAmbiguousRefs = true
[diff]
    renames = copies
    relative = true
    noprefix = true
    ignoreSubmodules = all
    orderFile = {outside}/order
    submodule = log
[log]
    follow = true
    mailmap = true
    date = relative
[i18n]
    logOutputEncoding = utf-16
    commitEncoding = gb18030
[color]
    ui = always
[index]
    sparse = true
[mailmap]
    file = {outside}/mailmap
[transfer]
    hideRefs = refs
[uploadpack]
    hideRefs = refs
[feature]
    experimental = true
[gc]
    auto = 1
"""
HOOKS = (
    "post-index-change",
    "fsmonitor-watchman",
    "reference-transaction",
    "pre-auto-gc",
    "post-checkout",
    "pre-commit",
)


def _git(made: World) -> Path:
    return made.project.root / ".git"


def _filled(made: World, text: str) -> str:
    return text.format(run=made.hostile, hooks=made.outside / "hooks", outside=made.outside, ran=made.ran)


def _add(made: World, text: str) -> None:
    with (_git(made) / "config").open("a", encoding="utf-8") as file:
        file.write(_filled(made, text))


def settings_that_run(made: World) -> None:
    """And attributes that ask for them, among the content, in the repository and in the user's file."""
    _add(made, PROGRAMS)
    for path in (_git(made) / "info/attributes", made.outside / "attributes"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("* filter=x diff=x merge=x text=auto ident\n")


def hooks(made: World) -> None:
    for folder in (_git(made) / "hooks", made.outside / "hooks"):
        folder.mkdir(exist_ok=True)
        for name in HOOKS:
            shutil.copy(made.hostile, folder / name)


def settings_otherwise(made: World) -> None:
    _add(made, OTHERWISE)


def included(made: World) -> None:
    """The same by way of other files."""
    for name, text in (("always", PROGRAMS), ("here", OTHERWISE)):
        (made.outside / name).write_text(_filled(made, text), "utf-8")
    _add(made, '\n[include]\n path = {outside}/always\n[includeIf "gitdir:**"]\n path = {outside}/here\n')


def of_the_work_tree(made: World) -> None:
    _add(made, "\n[extensions]\n worktreeConfig = true\n[core]\n repositoryFormatVersion = 1\n")
    (_git(made) / "config.worktree").write_text(_filled(made, PROGRAMS + OTHERWISE), "utf-8")


def _environment(names: str) -> Callable[[World], Met]:
    def forge(made: World) -> Met:
        return Met({name: _filled(made, value) for name, value in ENVIRONMENT[names].items()})

    forge.__name__ = f"variables {names}"
    return forge


ENVIRONMENT = {
    "that run": {
        **dict.fromkeys(
            ("GIT_EXTERNAL_DIFF", "GIT_PAGER", "PAGER", "GIT_ASKPASS", "SSH_ASKPASS", "GIT_EDITOR"), "{run}"
        ),
        **dict.fromkeys(("GIT_SSH", "GIT_SSH_COMMAND", "GIT_PROXY_COMMAND", "EDITOR", "VISUAL", "BROWSER"), "{run}"),
        "GIT_SEQUENCE_EDITOR": "{run}",
    },
    "of settings": {
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": "{run}",
        "GIT_CONFIG_KEY_1": "core.worktree",
        "GIT_CONFIG_VALUE_1": "{outside}",
        "GIT_CONFIG_PARAMETERS": "'core.pager'='{run}' 'core.fsmonitor'='{run}'",
        "GIT_CONFIG_GLOBAL": "{outside}/user",
        "GIT_CONFIG_SYSTEM": "{outside}/user",
        "XDG_CONFIG_HOME": "{outside}",
    },
    "of another repository": {
        "GIT_DIR": "{outside}/none",
        "GIT_WORK_TREE": "{outside}",
        "GIT_INDEX_FILE": "{outside}/index",
        "GIT_OBJECT_DIRECTORY": "{outside}/objects",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": "{outside}/objects",
        "GIT_NAMESPACE": "x",
        "GIT_COMMON_DIR": "{outside}",
        "GIT_SHALLOW_FILE": "{outside}/shallow",
        "GIT_GRAFT_FILE": "{outside}/grafts",
        "GIT_REPLACE_REF_BASE": "refs/heads/",
        "GIT_DEFAULT_HASH": "sha256",
        "GIT_PREFIX": "x/",
    },
    "that trace": {
        **dict.fromkeys(("GIT_TRACE", "GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE2_PERF", "GIT_TRACE_SETUP"), "{ran}"),
        **dict.fromkeys(
            ("GIT_TRACE_PACKET", "GIT_TRACE_PERFORMANCE", "GIT_TRACE_CURL", "GIT_TRACE_PACK_ACCESS"), "{ran}"
        ),
    },
    "of answers": {
        "GIT_DIFF_OPTS": "--unified=0",
        "GIT_GLOB_PATHSPECS": "1",
        "GIT_ICASE_PATHSPECS": "1",
        "GIT_FLUSH": "1",
        "LC_ALL": "zh_CN.UTF-8",
        "LANGUAGE": "zh_CN",
        "GIT_NOTES_REF": "refs/x",
        "GIT_ATTR_SOURCE": "HEAD~1",
        "GIT_ALLOW_PROTOCOL": "ext:file:ssh",
        "GIT_PROTOCOL_FROM_USER": "1",
    },
}


def replaced(made: World) -> None:
    """The last commit counts as the first one."""
    SandboxRepository(made.project.root).git("replace", "HEAD", "HEAD~1")


def grafted(made: World) -> None:
    """The last commit has no parent."""
    path = _git(made) / "info/grafts"
    path.parent.mkdir(exist_ok=True)
    path.write_text(SandboxRepository(made.project.root).head + "\n")


def borrowed(made: World) -> None:
    """Objects come from a folder elsewhere, and from one that is not there."""
    elsewhere = made.outside / "objects"
    shutil.move(_git(made) / "objects", elsewhere)
    (_git(made) / "objects/info").mkdir(parents=True)
    (_git(made) / "objects/info/alternates").write_text(f"{elsewhere}\n{made.outside}/none\n")


def a_file_that_leads_elsewhere(made: World) -> None:
    """The same repository, with settings that run, beside the project."""
    settings_that_run(made)
    elsewhere = made.outside / "repository"
    shutil.move(_git(made), elsewhere)
    _git(made).write_text(f"gitdir: {elsewhere}\n")


def lacking(made: World) -> None:
    """A partial clone: old contents are with somebody whose address is a program."""
    text = "\n[extensions]\n partialClone = origin\n[core]\n repositoryFormatVersion = 1\n"
    _add(made, PROGRAMS + text + '[remote "origin"]\n promisor = true\n partialCloneFilter = blob:none\n')
    repository = SandboxRepository(made.project.root)
    blob = _blob(repository)
    (_git(made) / "objects" / blob[:2] / blob[2:]).unlink()
    shutil.rmtree(made.project.cache)


def _blob(repository: SandboxRepository) -> str:
    """The text that a record had first, which the history reads."""
    return repository.git("rev-parse", f"HEAD~1:content/{RENAMED[0]}")


def changed_past(made: World) -> None:
    """An old text has other words under the name that it had."""
    repository = SandboxRepository(made.project.root)
    blob = _blob(repository)
    path = _git(made) / "objects" / blob[:2] / blob[2:]
    data = subprocess.run(
        ["git", "cat-file", "blob", blob], cwd=made.project.root, capture_output=True, check=True
    ).stdout.replace("样品".encode(), "伪造".encode())
    path.chmod(0o644)
    path.write_bytes(zlib.compress(b"blob %d\0%b" % (len(data), data)))
    shutil.rmtree(made.project.cache)


def odd_refs(made: World) -> None:
    """In circles, to nothing, of names that git does not like, and very many."""
    folder = _git(made) / "refs/heads"
    (folder / "one").write_text("ref: refs/heads/two\n")
    (folder / "two").write_text("ref: refs/heads/one\n")
    (folder / "none").write_text("0" * 40 + "\n")
    (folder / "-x").write_text("x" * 5000)
    (folder / "a\tb").write_text("x\n")
    head = SandboxRepository(made.project.root).head
    lines = "".join(f"{head} refs/tags/t{n:05}\n" for n in range(20_000))
    (_git(made) / "packed-refs").write_text("# pack-refs with: peeled fully-peeled sorted \n" + lines)


def a_spoilt_commit_graph(made: World) -> None:
    folder = _git(made) / "objects/info"
    folder.mkdir(exist_ok=True)
    (folder / "commit-graph").write_bytes(b"CGPH" + bytes(60))


def locked(made: World) -> None:
    for name in ("index.lock", "HEAD.lock", "config.lock"):
        (_git(made) / name).touch()


_WHOLE = (
    *(settings_that_run, hooks, settings_otherwise, included, of_the_work_tree, *map(_environment, ENVIRONMENT)),
    *(replaced, grafted, borrowed, a_file_that_leads_elsewhere, odd_refs, a_spoilt_commit_graph, locked),
)
FORGERIES = (
    *(Forgery("git", one.__name__, one, apart=True) for one in _WHOLE),
    Forgery("git", lacking.__name__, lacking, apart=True, silenced="partial-history"),
    Forgery("git", changed_past.__name__, changed_past, apart=True, silenced="git-failed"),
)
