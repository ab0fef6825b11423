"""The keys of each document, and what each may hold. Their descriptions are what an editor shows of a key."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from crosscheck.model import Kind, OverTime, Stance

_LINE_BREAK = re.compile("[\n\r\x85\u2028\u2029]")


def one_line(text: str) -> str:
    """A text without breaks between its lines."""
    return " ".join(text.split()) if _LINE_BREAK.search(text) else text


def _day(text: str) -> str:
    date.fromisoformat(text)
    return text


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(one_line)]
"""Any text but blank ones, put on one line."""
Slug = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*$", max_length=100)]
FileName = Annotated[
    str, StringConstraints(pattern=r"^(?:[^/\\\x00-\x1f.]|\.\.?[^/\\\x00-\x1f.])[^/\\\x00-\x1f]*$", max_length=255)
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
ClaimOrSource = Annotated[str, StringConstraints(pattern=r"^\S+$")]
Version = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,3}$")]
MonthDay = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)$"
    ),
]
"""A day that every year has."""
LANGUAGE = r"^[A-Za-z]+(?:[-_ ][A-Za-z0-9]+)*$"
"""What a language looks like."""
Language = Annotated[str, StringConstraints(pattern=LANGUAGE, max_length=100)]
CurrencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_day)]
FindingId = Annotated[str, StringConstraints(pattern=r"^XC[0-9]{3}-[0-9a-f]{12}$")]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
Truth = Literal["true", "false"]


class Document(BaseModel):
    """A mapping of keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class SourceDocument(Document):
    """What the claims below are taken from: an article, a report, a data set. A source that is split over several
    files is described in one of them; the others say only `source: foreign-affairs`."""

    id: Slug = Field(description="A short name that never changes: letters, digits, and `-`, `_` or `.` between them.")
    publisher: Text | None = Field(None, description="Who published it, as readers know the name; findings use it.")
    title: Text | None = Field(None, description="Its headline, as published.")
    author: Text | None = Field(None, description="Who wrote it: the speaker of every claim without `said_by`.")
    published: Text | None = Field(
        None,
        description="When it was published, as exactly as known: `2025-12-15`, `2025-11`, or from a day on, "
        "`2025-11-03/..`. Dates such as “last year” count from here.",
    )
    url: Text | None = Field(None, description="Where readers find it.")
    archived: Text | None = Field(None, description="A link to a permanent copy.")
    retrieved: Text | None = Field(None, description="The day it was read: `2026-01-05`.")
    language: Language = Field(
        "en",
        description="The language of its values: `en`, `es`, or with a region `es-MX`. If its words are not "
        "known, give the value in English in `read_as`.",
        examples=["en", "es", "es-MX", "de"],
    )
    date_order: Literal["dmy", "mdy"] | None = Field(
        None, description="How it writes 10/05/2025: `dmy` (10 May) or `mdy` (October 5)."
    )
    fiscal_year: MonthDay | None = Field(
        None,
        description="The month and day on which its fiscal years begin, so that “FY2024” is read: `10-01`.",
        examples=["10-01", "04-01"],
    )
    currency: CurrencyCode | None = Field(
        None, description="The currency meant by a sign or name that several share, such as `$` or “pesos”: `COP`."
    )
    copies: tuple[Text, ...] = Field(
        (),
        description="The ids of sources whose reporting it repeats; they are one witness.",
    )
    text: FileName | None = Field(
        None,
        description="The name of the file with its text, looked up in the folder of texts (`--sources`, or `sources` "
        "of the settings), where every quote and number is then checked; without it, the file there whose stem is the "
        "id (`.txt`, `.md`, `.html`, `.docx` or `.pdf`). The text itself is never stored here.",
    )
    sha256: Sha256 | None = Field(
        None, description="SHA-256 of that file, 64 hexadecimal digits, so that a later edit of the article is noticed."
    )


class ClaimDocument(Document):
    """What the source says about one fact: a value of one attribute of one subject."""

    subject: Text = Field(description="What the claim is about, in the words that all claims about it share.")
    attribute: Text = Field(
        description="Which property of the subject. `rules/attributes.yaml` says what it measures; claims are "
        "compared if subject and attribute are the same."
    )
    value: Text | Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="The value as the source writes it, hedges included: `around $14 billion`, `late 1990s`, "
        "`more than 50`. A list, one entry per line, for an attribute of kind `names`."
    )
    id: Slug | None = Field(
        None,
        description="A short name of the claim that stays when the claim is reworded. Its full id is the id of the "
        "source, a slash, and this.",
    )
    quote: Text | None = Field(
        None,
        description="The fewest words of the source that contain the value and its hedge, verbatim, at most 15. "
        "Left out: the value is the quote.",
    )
    read_as: Text | None = Field(
        None, description="The value in words that can be read, where its own cannot: `13–15 billion USD`."
    )
    language: Language | None = Field(
        None, description="The language of the value, if not that of the source.", examples=["en", "es"]
    )
    scope: dict[Text, Text] = Field(
        default_factory=dict,
        description="What the value is limited to, as keys of your own: `{stage: delivered}`. "
        "If two claims differ in it, they may define the fact differently, so a contradiction is only a tension; "
        "if the attribute is `separated_by` the key, they are about two facts.",
    )
    when: Text | None = Field(
        None,
        description="The time the value refers to: `2015`, `2000/2015`, `early 2019`. Left out: when the "
        "source was published. It matters for an attribute whose value changes.",
    )
    relative_to: Text | None = Field(
        None,
        description="What a value such as “the following year” is counted from: a date, or the id of a claim of "
        "this source.",
    )
    said_by: Text | None = Field(None, description="Who says it, if not the author.")
    stance: Stance | None = Field(
        None,
        description="What the speaker does. Left out: `asserts`, or `reports` with `said_by`.",
    )
    exhaustive: Truth = Field("false", description="Whether the source says that the list of names is complete.")
    url: Text | None = Field(None, description="Where this claim is found, if not at the `url` of the source.")
    note: Text | None = Field(None, description="A remark for the readers of the report.")


class AttributeDocument(Document):
    """What an attribute measures, and when two values of it can both be right."""

    kind: Kind | None = Field(None, description="What its values are. Left out: all of them must have the same kind.")
    unit: Text | None = Field(
        None,
        description="The unit readings are shown in, and the unit of a bare number. Left out: the unit of the values.",
        examples=["USD", "EUR", "percent", "days", "years", "km", "m", "acres", "metric tons", "MW"],
    )
    over_time: OverTime = Field(OverTime.FIXED, description="How its value behaves as time passes.")
    separated_by: tuple[Text, ...] = Field(
        (),
        description="Keys of `scope` that separate items, such as `[recipient]`. Any other key only turns a "
        "contradiction into a tension.",
    )
    tolerance: Text | None = Field(
        None, description="The least width of a reading, for measured values: `2 days`, `5 km`."
    )
    terms: Literal["open", "closed"] = Field(
        "open",
        description="For a category: whether any two different terms conflict (`closed`), or only those that "
        "`rules/names.yaml` knows.",
    )
    exact: Truth = Field(
        "false",
        description="Whether figures without a hedge are exact, as in a register: `1,500` is then not rounded.",
    )
    was: tuple[Text, ...] = Field(
        (), description="Former names of the attribute. Decisions made under them still hold."
    )


class AliasDocument(Document):
    """A spelling that is the same only in one language."""

    text: Text = Field(description="The spelling.")
    language: Language = Field(
        description="The language of the claims in which it holds: `es`, or of one region `es-MX`.",
        examples=["es", "pt"],
    )


class NameDocument(Document):
    """A name or a term: a subject, a speaker, a word in a category or a list of names. Two spellings are one only if
    this file says so."""

    aliases: tuple[Text | AliasDocument, ...] = Field(
        (),
        description="Other spellings of the same. One that holds only in claims of one language is "
        "`{text: Estados Unidos, language: es}`.",
    )
    narrower: tuple[Text, ...] = Field(
        (), description="Terms that this one includes, so that they do not contradict it."
    )
    not_: tuple[Text, ...] = Field(
        (), description="Names that look alike but mean something else, so that no remark points at them."
    )


class ItemDocument(Document):
    """An item: `subject / attribute`, or its parts as keys where the attribute is `separated_by` a key of scope."""

    subject: Text = Field(description="The subject, as claims have it.")
    attribute: Text = Field(description="The attribute, as claims have it.")
    scope: dict[Text, Text] = Field(
        default_factory=dict, description="The keys of scope that separate items of this attribute."
    )


class MemberDocument(Document):
    """An item of each subject: its attribute, and keys of scope where the attribute is `separated_by` them."""

    attribute: Text = Field(description="The attribute, as claims have it.")
    scope: dict[Text, Text] = Field(
        default_factory=dict, description="The keys of scope that separate items of this attribute."
    )


class ProposalsDocument(Document):
    """The article that the proposals below are made from."""

    source: Slug = Field(description="The id of the source that the claims are added to.")
    article: FileName | None = Field(
        None, description="The name of its file, without a folder; absent if it came on standard input."
    )
    sha256: Sha256 = Field(description="SHA-256 of that file. If the file has changed, nothing is accepted.")
    published: Text | None = Field(
        None, description="When it was published, if no claims file says so: dates such as “Tuesday” count from it."
    )
    language: Language | None = Field(None, description="Its language, if no claims file says so.", examples=["es"])


class ChoiceDocument(ItemDocument):
    """An item that a figure may speak of."""

    holds: Text | None = Field(None, description="A value that a source has for it; absent if no source covers it.")


def _of_claim(key: str) -> Any:
    """A key that a person may give a figure, as a claim has it."""
    return Field(None, description=ClaimDocument.model_fields[key].description)


class FigureDocument(Document):
    """A figure, a date or other words of an article that a claim could be made of."""

    number: Version = Field(description="The number to give to `crosscheck accept --only`.")
    accept: Literal["no", "yes", "never"] = Field(
        "no", description="Whether to make it a claim; `never`: do not propose it again."
    )
    value: Text = Field(description="The value as the article writes it.")
    quote: Text = Field(description="The words around it, verbatim, at most 15.")
    line: Text | None = Field(None, description="Where it is in the article.")
    reading: Text | None = Field(None, description="How the value is read.")
    not_read: Text | None = Field(None, description="Why the value cannot be read; write what it means in `read_as`.")
    subject: Text | None = _of_claim("subject")
    attribute: Text | None = _of_claim("attribute")
    scope: dict[Text, Text] = Field(default_factory=dict, description=ClaimDocument.model_fields["scope"].description)
    choice: Version | None = Field(
        None, description="The number of one of the `choices`, instead of a subject and an attribute: `1` is the first."
    )
    id: Slug | None = _of_claim("id")
    read_as: Text | None = _of_claim("read_as")
    when: Text | None = _of_claim("when")
    relative_to: Text | None = _of_claim("relative_to")
    said_by: Text | None = _of_claim("said_by")
    stance: Stance | None = _of_claim("stance")
    note: Text | None = _of_claim("note")
    differs_from: tuple[Text, ...] = Field((), description="Claims about the same item that differ.")
    choices: tuple[ChoiceDocument, ...] = Field((), description="Items that it may be about, the likeliest first.")
    hints: dict[Text, Text] = Field(
        default_factory=dict, description="Guesses at other keys, each with a question mark: check before you use one."
    )


class ResolutionDocument(Document):
    """What a person decided of a finding. `crosscheck resolve` and `crosscheck review` write it."""

    finding: FindingId = Field(description="The id of the finding.")
    item: Text = Field(description="What it is about, for readers of this file.")
    verdict: Literal["contradiction", "tension", "dispute", "superseded", "remark"] = Field(
        description="The verdict that was decided on; a stronger one reopens the finding."
    )
    fingerprint: Fingerprint = Field(description="What the sides said then; if that changes, the finding reopens.")
    reader: Version = Field("1", description="The version of the reader of values that computed the fingerprint.")
    seen: tuple[Text, ...] = Field((), description="The claims on the sides then, at most ten.")
    decision: Literal["source_wrong", "all_wrong", "both_right", "our_error", "unsure"] = Field(
        description="The decision."
    )
    wrong: tuple[ClaimOrSource, ...] = Field(
        (), description="The full ids of the claims that are wrong, or of sources for all their claims here."
    )
    reason: Text = Field(description="Why, for later readers.")
    by: Text = Field(description="Who decided.")
    on: Day = Field(description="The day of the decision: `2026-11-22`.")
    expires: Day | None = Field(None, description="The last day on which the decision holds.")
