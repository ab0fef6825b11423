"""The program: `crosscheck`, or `python -m crosscheck`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; Ctrl-C ends it with exit code 130 also while its modules are being loaded."""
    try:
        from crosscheck.cli import main as command
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        sys.exit(130)
    command(prog_name="crosscheck")


if __name__ == "__main__":
    main()
