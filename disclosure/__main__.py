"""``python -m disclosure``, and the command ``disclosure`` of an installed package."""

import sys

from disclosure.cli import main


def run() -> None:
    sys.exit(main())


if __name__ == "__main__":
    run()
