"""What the exit code of a command says."""

FOUND_NOTHING = 0
FAILS = 1
WRONG_INPUT = 2
NOTHING_TO_CHECK = 3
INTERRUPTED = 130
