"""The JSON Schema of `crosscheck/1`, the JSON output."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crosscheck.articles.proofreading import Acceptance, FigureStatus
from crosscheck.articles.spotting import Tier
from crosscheck.model import Decision, DraftStatus, Kind, Severity, Stance, Status, Verdict
from crosscheck.outputs.json import COUNTS, FORMAT
from crosscheck.outputs.proofs.json import COUNTS as PROOF_COUNTS
from crosscheck.schema.draft7 import MEANINGS, Schema

ID = r"^XC[0-9]{3}-[0-9a-f]{12}$"
FINGERPRINT = "^[0-9a-f]{12}$"
DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

STATUSES = {
    Status.NEW: "nobody has decided it",
    Status.REOPENED: "it was decided, and what was decided on has changed",
    Status.OPEN: "our_error, or unsure",
    Status.RESOLVED: "any other decision",
}


LINES = {
    DraftStatus.CONFLICTS: "it and another claim cannot both be right",
    DraftStatus.UNMATCHED: "no other source covers it",
    DraftStatus.ATTRIBUTED: "it asserts what others only quote somebody as saying",
    DraftStatus.NEWER: "it differs, and is for a later time",
    DraftStatus.DISPUTED: "it differs from somebody's words, or its own speaker from what others say",
    DraftStatus.OTHER_TIME: "it differs, and is for another time",
    DraftStatus.NEITHER: "another source covers it, but the values cannot be compared, such as two open bounds",
    DraftStatus.AGREES: "another witness says the same",
}


FIGURES = {
    FigureStatus.DIFFERS: "it and what others say of its item cannot both be right",
    FigureStatus.NEWER: "it differs, and is for a later time",
    FigureStatus.UNSUPPORTED: "no other source says the same, or it is not known which item it is about",
    FigureStatus.NOT_READ: "crosscheck cannot read it",
    FigureStatus.AGREES: "somebody else says the same",
}
TIERS = {
    Tier.FIGURE: "a figure, in digits or in words",
    Tier.DATE: "a date or a time",
    Tier.VAGUE: "an amount without a figure",
    Tier.QUOTATION: "words in quotation marks",
    Tier.NAME: "a name that the workspace knows",
}
PAIRINGS = {
    Acceptance.ACCEPTED: "a person accepted its item, or it is a claim already",
    Acceptance.SUGGESTED: "the words around it point to one item; it never fails",
    Acceptance.NONE: "it has no item",
}


def schema() -> Schema:
    """The document of a run; every key is always there unless said otherwise."""
    return _object(
        "What a run found, or why it could not begin.",
        ("code", "draft"),
        **_head(),
        summary=_object(
            "Counts of the whole run, whatever is printed of it.",
            **_counts(COUNTS),
        ),
        problems=_list("What is wrong with the input; then nothing was checked (exit code 2).", _problem()),
        code=_object(
            "The rule modules of the workspace (`rules/*.py`), which are code; not where nothing was checked.",
            ran=_list("Those that were run.", {"type": "string"}),
            not_run=_list("Those that were not, as `--no-rules` says.", {"type": "string"}),
        ),
        draft=_list("The result for each claim of the draft, in their order; only in a run with `--draft`.", _line()),
        findings=_list("The most severe first; the same input gives the same order.", _finding()),
    )


def _head() -> dict[str, Schema]:
    """What every document begins with."""
    return {
        "format": {"description": "The version of this contract.", "const": FORMAT},
        "version": _text("The version of crosscheck that wrote it."),
        "reader": {"description": "The version of the reader of values.", "type": "integer", "minimum": 1},
    }


def _counts(names: Iterable[str]) -> dict[str, Schema]:
    return {name: {"type": "integer", "minimum": 0} for name in names}


def _problem() -> Schema:
    return _object(
        "One complaint.",
        file=_text("The file in the workspace, or the option of the command line."),
        line=_count("From 1."),
        column=_count("From 1."),
        message=_text("What was found, and what is accepted."),
    )


def item() -> Schema:
    """What `items --format json` prints on a line."""
    return _object(
        "An item: what claims of one subject and attribute are about.",
        subject=_text("What the item is about."),
        attribute=_text("What is said about the subject."),
        scope=_scope("The keys of scope that separate this item from others."),
        kind=_choice("What the attribute measures.", Kind, MEANINGS),
        claims={"description": "How many claims are about it.", "type": "integer", "minimum": 1},
        sources={"description": "From how many sources.", "type": "integer", "minimum": 1},
        shared=_list(
            "The values that witnesses share, that of most witnesses first.",
            _object(
                "A value.",
                text=_text("The narrowest wording of it."),
                witnesses={"description": "How many witnesses share it.", "type": "integer", "minimum": 2},
            ),
        ),
    )


def coverage() -> Schema:
    """What `coverage --format json` prints."""
    place = {"type": "integer", "minimum": 1}
    return _object(
        "How far the sources are curated that have a text.",
        figures=_count("How many figures and dates all of their texts have."),
        covered=_count("How many of these are curated, or the time or scope of a claim."),
        without_text=_list("The ids of the sources that have no text.", {"type": "string"}),
        sources=_list(
            "Each source that has a text, by its id.",
            _object(
                "A source and its text.",
                source=_text("Its id."),
                text=_text("The plain name of its file."),
                figures=_count("How many figures and dates the text has."),
                curated=_count("How many of these are in the value of a claim."),
                time_or_scope=_count("How many more are in the quote of a claim, or give its time or scope."),
                open=_list(
                    "The others, in their order.",
                    _object(
                        "A figure or date that no claim has.",
                        ("page", "paragraph", "line", "column"),
                        words=_text("As the text has it."),
                        page={"description": "Where the format has pages.", **place},
                        paragraph={"description": "Where the format has no lines.", **place},
                        line={"description": "Where the format has lines.", **place},
                        column={"description": "Where the format has columns.", **place},
                        kind=_or_null(_choice("What it is read as; null if it cannot be read.", Kind, MEANINGS)),
                        reading=_text("What its words state; null if it cannot be read.", null=True),
                        problem=_text("Why it cannot be read; otherwise null.", null=True),
                    ),
                ),
                vague_amounts=_beside("Amounts such as “most” and “dozens”, which are not counted above."),
                quotations=_beside("Words in quotation marks, four or more."),
            ),
        ),
    )


def _beside(description: str) -> Schema:
    return _object(description, number=_count("How many there are."), open=_count("How many of them have no claim."))


def _line() -> Schema:
    return _object(
        "How one claim of the draft compares with those of others.",
        claim=_text("Its full id."),
        subject=_text("What its item is about."),
        attribute=_text("What is said about the subject."),
        scope=_scope("The keys of scope that separate its item from others."),
        value=_text("As written; a list is joined by commas."),
        when=_text("The time the value refers to, as written.", null=True),
        status=_choice("How it compares with the claims of others.", DraftStatus, LINES),
        fails={"description": "Whether it makes the check fail (exit code 1).", "type": "boolean"},
        message=_text("The same in a sentence."),
        findings=_list("The ids of the conflicts it is part of.", {"type": "string", "pattern": ID}),
        others=_list(
            "The claims it is compared with, conflicts first; at most a thousand.",
            _other_claim(),
        ),
        nearest=_list("Where no other source covers it: the items that may be meant, the nearest first.", item()),
        file=_text("The file of the draft."),
        line={"description": "Of the value, from 1.", "type": "integer", "minimum": 1},
        column={"description": "Of the value, from 1.", "type": "integer", "minimum": 1},
    )


def proof() -> Schema:
    """What `proofread --format json` prints."""
    return _object(
        "How the figures of a draft article compare with the claims of others.",
        **_head(),
        draft=_object(
            "The draft.",
            source=_text("Its source id."),
            file=_text("Its file; `-` is standard input."),
            sha256=_text("SHA-256 of the file.", pattern="^[0-9a-f]{64}$"),
        ),
        summary=_object(
            "Counts of all figures, including those that are not printed.",
            **_counts(PROOF_COUNTS),
        ),
        problems=_list("Always empty: problems of the input are reported as by `check`.", _problem()),
        notes=_list(
            "What was left out of the document, and accepted figures that are no longer in it.", {"type": "string"}
        ),
        figures=_list("In the order of the text.", _figure()),
    )


def _figure() -> Schema:
    number = _count("From 1; 0 where the format of the document has none.")
    return _object(
        "A figure, a date or other words of the draft.",
        number={"description": "From 1, in the order of the text.", "type": "integer", "minimum": 1},
        value=_text("As written."),
        before=_text("The words before it in its sentence; at most 15 with the value and the words after it."),
        after=_text("The words after it."),
        tier=_choice("What it is.", Tier, TIERS),
        status=_choice("How it compares with what others say.", FigureStatus, FIGURES),
        pairing=_choice("How its item is known.", Acceptance, PAIRINGS),
        fails={"description": "Whether it makes the command fail (exit code 1).", "type": "boolean"},
        message=_text("The same in a sentence."),
        kind=_or_null(_choice("What the value measures; null if it is not read.", Kind, MEANINGS)),
        reading=_text("What the value is read as, in words.", null=True),
        stated=_bounds("What its words mean at the precision at which they are written."),
        allowed=_bounds("The widest that its words leave open."),
        unit=_text("What the bounds are numbers of.", null=True),
        subject=_text("What its item is about; null where it is not paired with one.", null=True),
        attribute=_text("What is said about the subject.", null=True),
        scope=_or_null(_scope("The keys of scope that separate its item from others.")),
        when=_text("The time for which it is compared; a guess for a suggestion.", null=True),
        findings=_list("The ids of the conflicts that an accepted figure is in.", {"type": "string", "pattern": ID}),
        others=_list("The claims of others on its item.", _other_claim()),
        choices=_list(
            "The items that it may be about, the likeliest first; empty once one is accepted.",
            _object(
                "An item.",
                subject=_text("What it is about."),
                attribute=_text("What is said about the subject."),
                scope=_scope("The keys of scope that separate it from others."),
                holds=_text("A value that a source gives.", null=True),
                message=_text("How the figure would compare with it; null if it was not compared.", null=True),
            ),
        ),
        page=number,
        paragraph=number,
        line=number,
        column=number,
    )


def _other_claim() -> Schema:
    other = _claim()
    verdict = _or_null(_choice("What the two claims are to each other; null if rules find nothing.", Verdict, MEANINGS))
    properties = {"verdict": verdict, **other["properties"]}
    return {**other, "required": ["verdict", *other["required"]], "properties": properties}


def _finding() -> Schema:
    return _object(
        "What a rule found about one item.",
        ("left", "folded"),
        id=_text("It stays the same when claims are reworded or moved.", pattern=ID),
        fingerprint=_text("It changes with what the sides say.", pattern=FINGERPRINT),
        rule=_text("The name of the rule."),
        code=_text("The code of the rule.", pattern="^XC[0-9]{3}$"),
        verdict=_choice("What it says about the item.", Verdict, MEANINGS),
        severity=_choice("How severe the verdict is.", [severity.name.lower() for severity in Severity]),
        status=_or_null(_choice("Whether it is decided; null of an agreement.", Status, STATUSES)),
        fails={"description": "Whether it makes the check fail (exit code 1).", "type": "boolean"},
        subject=_text("What the item is about."),
        attribute=_text("What is said about the subject."),
        scope=_scope("The keys of scope that separate this item from others."),
        message=_text("The finding in a sentence."),
        explanations=_list("What could explain it, proved with the numbers.", {"type": "string"}),
        sides=_list("As few groups as possible of claims that agree with one another.", _side()),
        resolution=_or_null(_resolution()),
        left=_text("What still waits for a decision; only where one side was found wrong and others still disagree."),
        folded=_list("The ids of findings that only repeat this one; only where there are some.", {"type": "string"}),
    )


def _side() -> Schema:
    return _object(
        "Claims that agree.",
        ("more", "wrong"),
        stated=_bounds("What their words have in common at the precision at which they are written."),
        allowed=_bounds("What the widest that their words leave open has in common."),
        unit=_text("What the bounds are numbers of; `date` of dates, which are ISO 8601 texts.", null=True),
        text=_text("The narrowest value on this side, as written."),
        claims=_list("The claims of this side, the first thousand of many.", _claim()),
        more={"description": "How many more it has; only if it has more.", "type": "integer", "minimum": 1},
        wrong={"description": "That it was found wrong; only if it was.", "const": True},
    )


def _claim() -> Schema:
    return _object(
        "A claim, as curated.",
        ("follows_from", "wrong"),
        claim=_text("Its full id."),
        source=_text("The id of its source."),
        value=_text("As written; a list is joined by commas."),
        quote=_text("The words of the source."),
        when=_text("The time the value refers to, as written.", null=True),
        scope=_scope("What the value is limited to."),
        said_by=_text("Who says it, if not the author.", null=True),
        stance=_choice("What the speaker does.", Stance, MEANINGS),
        derived={"description": "Whether it follows from others by a relation.", "type": "boolean"},
        follows_from=_list("The full ids of those; of a derived claim only.", {"type": "string"}),
        url=_text("Where this claim is found, if that is another place than its source.", null=True),
        file=_text("The claims file."),
        line={"description": "Of the value, from 1.", "type": "integer", "minimum": 1},
        column={"description": "Of the value, from 1.", "type": "integer", "minimum": 1},
        wrong={"description": "That it was found wrong; only if it was.", "const": True},
    )


def _resolution() -> Schema:
    return _object(
        "What a person decided about it; null if nobody has.",
        ("note", "made_of"),
        decision=_choice("The decision.", Decision, MEANINGS),
        wrong=_list("The full ids of the claims that are wrong, or of sources.", {"type": "string"}),
        reason=_text("Why."),
        by=_text("Who decided."),
        on=_text("The day of the decision.", pattern=DAY),
        expires=_text("The last day on which it holds.", null=True, pattern=DAY),
        verdict=_choice("The verdict that was decided on.", Verdict, MEANINGS),
        fingerprint=_text("The fingerprint that was decided on.", pattern=FINGERPRINT),
        seen=_list("The claims on the sides then.", {"type": "string"}),
        reopened_because=_text("Why it is open again.", null=True),
        note=_text("Why it still holds; only if that needs saying."),
        made_of=_text("The other finding that it was made of; only where it was passed on.", pattern=ID),
    )


def _object(description: str, optional: tuple[str, ...] = (), /, **properties: Schema) -> Schema:
    required = [name for name in properties if name not in optional]
    return {
        "description": description,
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }


def _list(description: str, items: Schema) -> Schema:
    return {"description": description, "type": "array", "items": items}


def _count(description: str) -> Schema:
    return {"description": description, "type": "integer", "minimum": 0}


def _text(description: str, *, null: bool = False, **keywords: Any) -> Schema:
    return {"description": description, "type": ["string", "null"] if null else "string", **keywords}


def _choice(description: str, choices: Iterable[str], meanings: dict[Any, str] | None = None) -> Schema:
    words = [str(choice) for choice in choices]
    made: Schema = {"description": description, "type": "string", "enum": words}
    return made if meanings is None else {**made, "enumDescriptions": [meanings[word] for word in words]}


def _or_null(schema: Schema) -> Schema:
    rest = {key: schema[key] for key in schema if key != "description"}
    return {"description": schema["description"], "oneOf": [{"type": "null"}, rest]}


def _scope(description: str) -> Schema:
    return {"description": description, "type": "object", "additionalProperties": {"type": "string"}}


def _bounds(description: str) -> Schema:
    end = {"type": ["number", "string", "null"]}
    return {
        "description": f"{description} Low and high, null where open; the high day or minute of dates lies outside. "
        "Null for kinds without an axis.",
        "type": ["array", "null"],
        "items": [end, end],
        "additionalItems": False,
        "minItems": 2,
    }
