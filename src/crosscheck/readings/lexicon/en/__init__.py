"""English. `en.HEDGES` is the table of that name, whichever module of this folder has it."""

from crosscheck.readings.lexicon.en.amounts import *  # noqa: F403
from crosscheck.readings.lexicon.en.changes import *  # noqa: F403
from crosscheck.readings.lexicon.en.clock import *  # noqa: F403
from crosscheck.readings.lexicon.en.currencies import *  # noqa: F403
from crosscheck.readings.lexicon.en.dates import *  # noqa: F403
from crosscheck.readings.lexicon.en.holidays import *  # noqa: F403
from crosscheck.readings.lexicon.en.nouns import *  # noqa: F403
from crosscheck.readings.lexicon.en.numbers import *  # noqa: F403
from crosscheck.readings.lexicon.en.quotations import *  # noqa: F403
from crosscheck.readings.lexicon.en.units import *  # noqa: F403
