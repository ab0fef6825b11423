"""`python -m crosscheck.cli`."""

from crosscheck.cli import main

main(prog_name="crosscheck")
