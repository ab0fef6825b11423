"""Changes: which way a figure goes, the figure that was reached, and what was there before."""

from __future__ import annotations

import pytest

from readings.helpers import reading

UP = [
    "up 12", "rose 5%", "rose by 10", "a 5% rise", "an increase of 12", "12 more", "two more people", "$2m profit",
    "a net profit of $2m", "three years older", "20% faster", "500 jobs added", "a 500-seat gain", "$2m in the black",
    "six more than last year", "5% up on last year", "a roughly-5% rise", "grew about 3%", "up at least 12",
    "a 5% pay rise last year", "5% growth last year", "a 5% increase this year", "a 30% premium", "a 5% raise",
    "a 5% spike Monday", "a $30 markup", "a $2m surplus",
    "dozens more", "one-third more", "5 kg heavier", "a quarter-point hike", "rose 4 to 5%",
]  # fmt: skip
DOWN = [
    "down 5%", "fell by $2m", "a 5% drop", "a 5% drop in sales", "a $2m loss", "net loss of $2m", "$2m in the red",
    "10% cheaper", "three years younger", "500 seats lost", "5 million fewer", "5% less", "a decline of 5%", "lost 12",
    "a quarter-point rate cut", "a $2m deficit", "$2m in arrears", "20% off", "5% down on the year", "cut 500 jobs",
    "fell more than 5%", "a nearly 5% drop", "shrank 5% year-on-year", "a 97% drop", "500 jobs cut",
    "5% off the pace", "5% off from last year", "$20 off the retail price", "3% off its 2022 peak",
    "20% off everything", "a 5% drop last year", "a 5% drop Monday", "a 5% drop overnight", "a 5% drop nationwide",
    "a 5% drop so far this year", "a 5% drop compared with 2019", "a 5% drop month-on-month",
    "a 5% decline year over year", "a 5% decline sequentially", "a $5m loss last year", "$5m in losses last year",
    "a $5m deficit Monday", "a 30 percent discount", "a $30 discount to the market price", "a 5% hit", "5% erosion",
    "$5m wiped off shares", "20% savings",
]  # fmt: skip
NEITHER = [
    "another 12", "12 others", "12 other people", "rose to 12", "fell to 12", "doubled to 12", "12, up from 10",
    "12 people, including three children", "12 people, three of them children", "by 12", "12 fall guys", "12 people",
    "500 people lost their lives", "up to 12", "12 older people",
    "5% quarter-on-quarter", "10% off sick", "200 people hit", "$5m in savings", "a $500 premium",
    "12 km off the coast", "$2m off target", "fell below 5%", "fell just below 5%", "rose above 200", "down 0%",
    "fell as low as 15%", "rose as high as $30",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "direction"),
    [*((text, "up") for text in UP), *((text, "down") for text in DOWN), *((text, None) for text in NEITHER)],
)
def test_a_change_has_a_direction_and_its_size(text: str, direction: str | None) -> None:
    assert reading(text).direction == direction


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("a 5% drop", "5%"), ("up 12", "12"), ("fell by $2m", "$2m"), ("rose about 5%", "about 5%"),
        ("tripled to 9 million", "9 million"), ("12, up from 10", "12"), ("5%, up from 4%", "5%"),
        ("$5m, up from $4m", "$5m"), ("12, up from about 10", "12"),
        ("more than doubled to $5m", "more than $5m"), ("a crew of 22", "22"), ("an average of 12", "12"),
        ("a fine of $5m", "$5m"), ("as many as 12", "up to 12"), ("a bit over $2bn", "just over $2bn"),
        ("nearing 100", "nearly 100"), ("a little over a month", "just over a month"), ("reportedly 12", "12"),
        ("killed at least 12 people", "at least 12"), ("an annual rate of 5%", "5%"), ("no one", "none"),
        ("both", "two"), ("twice", "two"), ("once", "one"),
        ("a single year", "one year"), ("a single vote", "one vote"), ("10 years\u2019 imprisonment", "10 years"),
        ("10 years' imprisonment", "10 years"), ("97pc", "97%"), ("two-point-five million", "2.5 million"),
        ("one-tenth of 1 percent", "a tenth of a percent"), ("a staggering $2bn", "$2bn"), ("month-long", "a month"),
        ("a decades-long war", "decades"), ("a months-long siege", "months"), ("a yearslong effort", "years"),
        ("a decades-old dispute", "decades"), ("a decade-old law", "a decade"),
        ("65 and over", "65 or more"), ("18 and under", "18 or less"), ("1\u202f234", "1,234"), ("\u0661\u0662", "12"),
        ("an 18-month inquiry", "18 months"), ("0,018 \u20ac", "\u20ac0.018"), ("three fourth-graders", "three"),
        ("five grand", "five thousand"), ("two-to-three people", "2 to 3"), ("a maximum sentence of 10 years",
        "at most 10 years"), ("10 500 km", "10,500 km"), ("two $10 bills", "$20"),
        ("three 50-euro notes", "exactly 150 euros"),
        ("three score and ten", "70"), ("four score and seven people", "87"), ("hundreds and hundreds", "hundreds"),
        ("thousands upon thousands of people", "thousands"), ("essentially 12", "about 12"), ("12, more or less",
        "about 12"), ("12 (?)", "about 12"), ("in fact 12", "12"),
        ("hundred dollars", "a hundred dollars"), ("thousand and one", "a thousand and one"),
        ("five thousand, six hundred", "five thousand six hundred"),
        ("two million, three hundred thousand and five people", "two million three hundred thousand and five"),
        ("at least 12, possibly 15", "at least 12"),
        ("12 or more, perhaps many more", "at least 12"), ("12~15", "12 to 15"), ("12\u202615 km", "12 to 15 km"),
        ("$5...7 million", "$5 to $7 million"), ("minus-10C", "-10C"), ("plus 10%", "10%"),
        ("half plus one of the members", "just over 50%"), ("two-thirds plus one", "just over 2/3"),
        ("over-18s", "over 18 years"), ("5 tons metric", "5 metric tons"),
    ],
)  # fmt: skip
def test_what_leaves_a_figure_as_it_is(text: str, same: str) -> None:
    one, other = reading(text), reading(same)
    assert (one.dimension, one.stated, one.allowed) == (other.dimension, other.stated, other.allowed)
