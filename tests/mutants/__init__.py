"""Mutants: small mistakes put into the code, one at a time, to see whether a test notices.

    PYTHONPATH=tests python -m mutants --count 500       what `make mutants` runs

Of the rooms in `ROOMS` as many mutants each are drawn, by a seed. A mutant is tried by the tests that call the function
that it is in, those first that reach what few reach of it, then those that reach much of its module in little time, for
`running.SECONDS` at most; one that they all pass survives. Each survivor that is drawn is answered by a new test, or in
answers.toml by the reason for which no test could, or should, tell it apart.

Everything is done in forks of one process in which all is imported and all tests are collected, so a mutant costs
little more than its tests. That is why only the bodies of functions are mutated, and of these not what runs on import.
What tests do in other processes does not count.

Each outcome is printed and noted in .mutants/ as it falls. `--left` goes on with a run that was stopped, and tries
again what survived, once there are tests.
"""
