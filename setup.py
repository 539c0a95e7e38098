"""What an installed package has besides its modules: the theme and what a new project is given of this repository.

They stay at the top of the repository; a wheel carries them in ``disclosure/shipped_files/``, and
``disclosure/shipped.py`` knows both places. Everything else is said in ``pyproject.toml``.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SHIPPED = ("templates", *Path("disclosure/shipped.txt").read_text("utf-8").split())


class WithShipped(build_py):
    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            target = Path(self.build_lib, "disclosure", "shipped_files")
            # An earlier build may have left what is no longer there
            shutil.rmtree(target, ignore_errors=True)
            for name in map(Path, self._shipped()):
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(name, target / name)

    def get_source_files(self) -> list[str]:
        """What a source archive holds: a wheel may be made of it."""
        return [*super().get_source_files(), *self._shipped()]

    def _shipped(self) -> list[str]:
        found = (path for name in SHIPPED for path in ([Path(name)] if Path(name).is_file() else Path(name).rglob("*")))
        return sorted(path.as_posix() for path in found if path.is_file())


setup(cmdclass={"build_py": WithShipped})
