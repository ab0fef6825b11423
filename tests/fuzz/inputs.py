"""Inputs: what is good, spoilt; what is hostile; and what hypothesis makes up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis.strategies import SearchStrategy

from fuzz.target import Draw

T = TypeVar("T", str, bytes)

HOSTILE = [
    "::error file=a::b", "\n::set-output name=x::y", "##[error]x", "%0A::warning::", "=1+1", "+1", "-1",
    "@SUM(A1)", ";=1",
    "<script>alert(1)</script>", "</script>", "<img src=x onerror=alert(1)>", "]]>", "<!--", "&amp;", "&#0;", "\"'`",
    "{0}", "{{x}}", "{%x%}", "[a](javascript:alert(1))", "](http://x)", "| a | b", "```", "# h", "* ", "---", "...",
    "\x1b[31m", "\x07", "\x9b", "\r", "\r\n", "\n", "\t", "\v", "\f", "\x1c", "\x85", "\u2028", "\u202e",
    "\u2066", "\u200b",
    "\ufeff", "\ufffe", "\uffff", "\0", "\x7f", "\U0001f469\u200d\U0001f469", "e\u0301", "\u00df", "\u0130", "İ",
    "ﬁ", "½",
    "١٢٣", "𝟙", "²", "⁄", "−", "–", "—", "‰", "€", "№", "ª", "null", "~", "true", "NaN", "inf", "1e400",
    "1e999999999", "-0", "0x1F", "9" * 400, "0." + "0" * 300 + "1", "1_000", "\\", "\\ud800", "\\x00", "%s",
    "%n", "$(x)",
    "../../etc/passwd", "/dev/zero", "CON", "a" * 3000, "a.a.a", "javascript:alert(1)", "data:text/html,x", "", " ",
]  # fmt: skip
"""What breaks a format, steers a screen, or is read as something else."""


def mutated(good: T, tokens: Sequence[T], random: Random, most: int = 6) -> T:
    """`good` after 1 to `most` changes: pieces cut out, doubled, moved, repeated, replaced, put in,
    or the end lost."""
    made = good
    for _ in range(random.randint(1, most)):
        start = random.randint(0, len(made))
        end = min(len(made), start + int(random.expovariate(0.1)))
        before, piece, after = made[:start], made[start:end], made[end:]
        token = random.choice(tokens)
        match random.randrange(12):
            case 0 | 1 | 2 | 3:
                made = before + token + piece + after
            case 4 | 5 | 6:
                made = before + token + after
            case 7:
                made = before + after
            case 8:
                made = before + piece + piece + after
            case 9:
                made = after + piece + before
            case 10:
                made = before + (piece or token) * random.choice((3, 30, 300)) + after
            case 11:
                made = before
    return made[: 1 << 20]


def hostile(random: Random, *, good: Sequence[str] = ("Plan", "$5 million", "1999")) -> str:
    """A text that is at least in part hostile."""
    return "".join(random.choice(random.choice((HOSTILE, good))) for _ in range(random.randint(1, 4)))


BATCH = 50


def by_hypothesis(strategy: SearchStrategy[Any]) -> Draw:
    """Inputs that hypothesis makes up; so many at once, since to begin takes it longer than to go on."""

    @lru_cache(maxsize=1)
    def batch(seed: str) -> list[Any]:
        found: list[Any] = []

        @seeded(seed)
        @settings(
            max_examples=BATCH,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(strategy)
        def collect(value: Any) -> None:
            found.append(value)

        collect()
        return found

    def draw(seed: str, number: int) -> Any:
        made = batch(f"{seed} {number // BATCH}")
        return made[number % BATCH % len(made)]

    return draw
