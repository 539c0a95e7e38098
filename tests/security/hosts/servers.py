"""The web servers while they run with a configuration: nobody else's files, ports or logs are touched."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from . import recipes
from .recipes import ServerRecipe

# Seconds until a server answers
PATIENCE = 30
# The main file around a site's own, as Debian's is
NGINX = """{user}daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    default_type application/octet-stream;
    include {folder}/site.conf;
}}
"""
MODULES = ("mpm_event", "authz_core", "mime", "dir", "headers", "setenvif", "filter", "deflate", "alias", "rewrite")
APACHE = """{modules}
{user}ServerName localhost
PidFile {folder}/pid
ErrorLog {folder}/error.log
DefaultRuntimeDir {folder}
TypesConfig /etc/mime.types
Listen 127.0.0.1:{port}
{site}
"""
APACHE_MODULES = Path("/usr/lib/apache2/modules")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def program(name: str) -> str | None:
    """Where a server is installed: Debian's lie where only root looks."""
    return shutil.which(name, path=os.environ.get("PATH", "") + os.pathsep + "/usr/sbin")


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@contextmanager
def nginx(site: Path, folder: Path, recipe: ServerRecipe = recipes.nginx) -> Iterator[str]:
    """The address of the site's root."""
    port = free_port()
    (folder / "site.conf").write_text(recipe(site, port), "utf-8")
    main = NGINX.format(folder=folder, user="user root;\n" if _is_root() else "")
    (folder / "nginx.conf").write_text(main, "utf-8")
    with _running([program("nginx") or "nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)], folder, port):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def caddy(site: Path, folder: Path, recipe: ServerRecipe = recipes.caddy) -> Iterator[str]:
    port = free_port()
    text = "{\n\tadmin off\n\tauto_https off\n}\n" + recipe(site, port)
    (folder / "Caddyfile").write_text(text, "utf-8")
    command = [program("caddy") or "caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    with _running(command, folder, port):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def apache(site: Path, folder: Path, recipe: ServerRecipe = recipes.apache) -> Iterator[str]:
    port = free_port()
    lines = [f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in MODULES]
    values = {"folder": folder, "port": port, "site": recipe(site, port), "modules": "\n".join(lines)}
    # It does not serve as root; whoever reads for it must be let into the site's folders
    user = "User www-data\nGroup www-data\n" if _is_root() else ""
    (folder / "apache.conf").write_text(APACHE.format(user=user, **values), "utf-8")
    command = [program("apache2") or "apache2", "-f", str(folder / "apache.conf"), "-DFOREGROUND"]
    with _running(command, folder, port):
        yield f"http://127.0.0.1:{port}/"


SERVERS = {"nginx": nginx, "caddy": caddy, "apache2": apache}


@contextmanager
def _running(command: Sequence[str], folder: Path, port: int) -> Iterator[None]:
    settings = os.environ | {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "HOME": str(folder)}
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, env=settings, cwd=folder)
        try:
            _await(process, port, folder)
            yield
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _await(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError((folder / "said.txt").read_text("utf-8", "replace")[-2000:])
