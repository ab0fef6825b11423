"""One speaker is quoted in nearly, but not exactly, the same words; or two speakers in the same words.

## What it flags

Two quotations of one speaker that share at least four words in five, in the same order, or four words in a row of
which two are uncommon, unless one contains the other. `[…]`, a bracketed word and an ellipsis match any words;
numbers are compared as numbers. Also one quotation of six words or more that two sources attribute to two speakers.

## Why it matters

Quotation marks promise the exact words. If there are two versions of a sentence, somebody has paraphrased, translated
again, or copied wrongly.

## Example

"He better wise up or he'll be next" in one text, "He better wise up now or he'll be next" in another.

## How to settle it

Find the recording or the transcript, and record which source is wrong.

## Known false alarms

A speaker who said something twice, in different words: give each claim a `when`, or an attribute of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crosscheck.rules.api import SIMILAR, Finding, Item, Kind, Option, Policy, QuotationComparator, Rule, findings_of

RULE = Rule(
    code="XC403",
    name="quotation-conflict",
    since="0.1",
    suspects_only=True,
    options=(
        Option(
            "alike",
            SIMILAR,
            Fraction(1, 2),
            1,
            "the share of their words, in order, that two quotations must have in common to be compared",
        ),
    ),
)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    if item.kind is Kind.QUOTATION:
        yield from findings_of(item, policy, RULE, QuotationComparator(policy.option(RULE, "alike")))
