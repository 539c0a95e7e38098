"""The servers, set up by the text of docs/hosting.md: a file of each kind, what is not there, and a digit that changed.

`make hosts` asks for every file and opens the pages in Chromium.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from . import answers, changed, example, portal, recipes, servers, wanted

PLAIN = {"nginx": recipes.nginx, "caddy": recipes.caddy}
FIXED = {"nginx": recipes.nginx_fixed, "caddy": recipes.caddy_fixed}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example.shared_site(tmp_path_factory)


@pytest.fixture(params=sorted(PLAIN))
def server(request: pytest.FixtureRequest) -> str:
    """Those that read as whoever starts them: Apache gives up root's rights, and is asked by ``make hosts``."""
    name = str(request.param)
    if servers.program(name) is None:
        pytest.skip(f"{name} is not installed")
    return name


def test_a_file_of_each_kind_comes_with_the_type_and_the_headers_of_the_recipe(
    site: Path, server: str, tmp_path: Path
) -> None:
    with servers.SERVERS[server](site, tmp_path) as root:
        assert answers.asked(root, site, answers.of_each_kind(site)).faults == []


def test_in_a_folder_of_its_host_the_recipe_is_the_same_with_the_folder_before_each_path(
    site: Path, tmp_path: Path
) -> None:
    if servers.program("nginx") is None:
        pytest.skip("nginx is not installed")
    place = tmp_path / "host" / portal.FOLDER.strip("/")
    place.parent.mkdir(parents=True)
    place.symlink_to(site)
    with servers.nginx(tmp_path / "host", tmp_path, recipes.nginx_below(portal.FOLDER)) as root:
        below = root.rstrip("/") + portal.FOLDER
        assert answers.asked(below, site, answers.of_each_kind(site)).faults == []


def test_after_a_release_a_digit_that_changed_is_sent_to_whoever_has_the_old_one(server: str, tmp_path: Path) -> None:
    assert list(changed.missed_after_a_release(servers.SERVERS[server], tmp_path)) == []


def test_under_fixed_times_only_the_lines_for_them_tell_an_equal_length_change(server: str, tmp_path: Path) -> None:
    """The first is what servers do, and why the page warns of it."""
    missed = {}
    for name, recipe in (("plain", PLAIN[server]), ("fixed", FIXED[server])):
        (tmp_path / name).mkdir()
        found = changed.missed_under_fixed_times(servers.SERVERS[server], recipe, tmp_path / name)
        missed[name] = bool(list(found))
    assert missed == {"plain": True, "fixed": False}


@pytest.mark.parametrize("name", ["nginx", "caddy", "apache"])
def test_each_recipe_says_the_policies_that_the_pages_say_of_themselves(site: Path, name: str) -> None:
    text = recipes.documented(name)
    assert [policy for policy in wanted.policies(site).values() if f'"{policy}"' not in text] == []


def test_the_types_asked_for_are_those_of_all_files_of_the_site(site: Path) -> None:
    assert [name for name in answers.names(site) if not wanted.type_of(name)] == []
