"""The names of records that were published and are gone or say something else by now: no other record may have one."""

from __future__ import annotations

from disclosure.cache import git_history, working_tree
from disclosure.cache.snapshot import Snapshot, store_of
from disclosure.cache.store import CacheMiss, Store


def spent(snapshot: Snapshot) -> frozenset[str]:
    """``2024/c007``: what the history rule (reused-id) holds against later content, from git; none where git is silent.

    Those that stand as they were published are found in the content itself.
    """
    store = store_of(snapshot.project)
    try:
        return _spent(snapshot, store, verify=False)
    except CacheMiss:
        return _spent(snapshot, store, verify=True)


def _spent(snapshot: Snapshot, store: Store, *, verify: bool) -> frozenset[str]:
    history = git_history.read(snapshot, store, verify=verify)
    tree = working_tree.look(snapshot, history, store)
    return frozenset((*history.line.gone, *(one.what.record for one in tree.violations)))
