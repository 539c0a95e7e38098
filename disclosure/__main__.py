"""``python -m disclosure``, and the command ``disclosure`` of an installed package."""

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # Python looks in the folder where it is run first: a file there that is called as a library is would be run
    sys.path.append(sys.path.pop(0))

from disclosure.cli import main


def run() -> None:
    sys.exit(main())


if __name__ == "__main__":
    run()
