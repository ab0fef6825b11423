"""How alike two quotations are, and what is shown of long ones."""

from __future__ import annotations

from fractions import Fraction

import pytest

from crosscheck.comparing.quotations import around_difference, likeness, shares_a_rare_run
from crosscheck.readings.wordings import words_of

LONG = "We have lost 15 boats and 40 men in two weeks, and nobody in the capital has so much as called us."


@pytest.mark.parametrize(
    ("other", "shown"),
    [
        (LONG.replace("called", "phoned"), ("… has so much as called us.", "… has so much as phoned us.")),
        (LONG.replace("lost", "seen"), (LONG, LONG.replace("lost", "seen"))),
        (LONG.upper(), (LONG, LONG.upper())),
        (LONG[:58], ("… two weeks, and nobody in the capital has so much as called us.", LONG[:58])),
    ],
)
def test_long_quotations_are_shown_where_they_differ(other: str, shown: tuple[str, str]) -> None:
    assert around_difference(LONG, other, 80) == shown


@pytest.mark.parametrize(
    ("one", "other", "alike", "shared"),
    [
        ("we lost 15 men", "we lost fifty men", True, False),
        ("Make diapers great again", "Make my diaper great again", True, False),
        ("But now my dream is just gone to hell", "But now my dream is just gone, you know?", False, True),
        ("they are going to have to find a doctor", "we are going to have to rebuild it all", False, False),
        ("we will rebuild the harbour here", "nobody can rebuild the harbour here alone", False, True),
        ("our dream is […] gone for good", "the dream is not gone for long", False, False),
    ],
)
def test_quotations_are_near_by_their_share_or_by_a_rare_run(one: str, other: str, alike: bool, shared: bool) -> None:
    words, others = words_of(one), words_of(other)
    assert (likeness(words, others) >= Fraction(4, 5), shares_a_rare_run(words, others)) == (alike, shared)
