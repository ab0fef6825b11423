"""One speaker is quoted in nearly, but not exactly, the same words; or two speakers in the same words.

## What it flags

Two quotations of one speaker of which at least four words in five are alike, in order, or that share four words in a
row of which two are uncommon, and neither of which contains the other. `[…]`, a bracketed word and an ellipsis match
any words; numbers are compared as numbers. One quotation of six words or more that two sources give to two speakers.

## Why it matters

Quotation marks promise the very words. Two versions of one sentence mean that a text paraphrased, translated anew, or
copied with an error.

## Example

"He better wise up or he'll be next" in one text, "He better wise up now or he'll be next" in another.

## How to settle it

Find the recording or the transcript, and record which source is wrong.

## Known false alarms

A speaker who said a thing twice, in different words: give each claim a `when`, or an attribute of its own.
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
