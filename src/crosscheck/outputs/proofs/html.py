"""A proof as one HTML page: the article with its figures marked, and a card for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from crosscheck import __version__
from crosscheck.articles.proofreading import Acceptance, Figure, FigureStatus, Possibility, Proof
from crosscheck.drafts import told
from crosscheck.formatting import counted, interval_text
from crosscheck.model import DraftLine, Finding, Meeting, Result, Row, Side, Source, Stance, Verdict
from crosscheck.outputs.proofs import counts, has_lines, headline
from crosscheck.outputs.report.cards import SUMMED_UP, Card, card_of
from crosscheck.outputs.report.claims import Context, source_view
from crosscheck.outputs.report.page import Part, View, page, part
from crosscheck.outputs.report.texts import lines
from crosscheck.outputs.report.words import embedded, language, shortened
from crosscheck.problems import shown
from crosscheck.workspace.documents import ChoiceDocument

PARTS: Part = (("report", "proof"), ("page", "proof"))
DESK: Part = (("review", "accept"), ("desk", "accept"))

THIS_DRAFT = "This draft"

MOST_CLAIMS = 50
"""So many claims of others a card has."""

SHOWN_SIDES = 5
"""Different values that a card shows, the draft's own among them; more are folded away."""

MOST_AT_A_GLANCE = 20

URGENT = (FigureStatus.DIFFERS, FigureStatus.NEWER)
"""What is listed before the text."""

VERDICTS = {
    FigureStatus.DIFFERS: Verdict.CONTRADICTION,
    FigureStatus.NEWER: Verdict.SUPERSEDED,
    FigureStatus.UNSUPPORTED: Verdict.REMARK,
    FigureStatus.NOT_READ: Verdict.REMARK,
    FigureStatus.AGREES: Verdict.AGREEMENT,
}
"""The verdict whose colour a status has."""

RELATIONS = {
    Verdict.CONTRADICTION: "against",
    Verdict.TENSION: "against",
    Verdict.DISPUTE: "against",
    Verdict.AGREEMENT: "agrees with",
    Verdict.SUPERSEDED: "of another time than",
}
"""What stands between the words of the draft and those of others in the overview."""

MEANINGS = {
    FigureStatus.DIFFERS: "others give another value for the same item",
    FigureStatus.NEWER: "others give another value, for an earlier time",
    FigureStatus.AGREES: "others say the same",
    FigureStatus.UNSUPPORTED: "no claim says the same, or nobody has said which item it is about",
    FigureStatus.NOT_READ: "crosscheck cannot read it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a person may say to a figure: the items that it may speak of, of which one is `chosen` (from 1, 0 for none).

    `accept` is what the file of proposals says to it, `written` what a person wrote of it; `hints` are guesses.
    """

    accept: str
    items: tuple[ChoiceDocument, ...]
    chosen: int
    written: Mapping[str, str]
    hints: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a page asks for changes: the version of the `file` of proposals that it shows, and how many `steps` can be
    taken back; what may be said to each figure, by number, and the attributes that there are."""

    version: str
    steps: int
    file: str
    offers: Mapping[int, Offer]
    attributes: tuple[str, ...] = ()

    @property
    def subjects(self) -> list[str]:
        """The subjects of all items on offer."""
        return sorted({item.subject for offer in self.offers.values() for item in offer.items})


def render(proof: Proof, desk: Desk | None = None) -> str:
    """The page; the same proof gives the same text. With a `desk`, its figures can be accepted."""
    has_desk = desk is not None
    data = {"version": desk.version, "steps": desk.steps, "file": desk.file} if desk is not None else None
    return page(
        "proof.html.j2",
        PARTS,
        *[DESK] * has_desk,
        connect=has_desk,
        view=view_of(proof, desk),
        desk=desk,
        data=embedded(data) if data else "",
    )


def parts(proof: Proof, desk: Desk) -> dict[str, Any]:
    """What of the page a change may alter: its parts as HTML, the looks of marks and the cards by number."""
    view = view_of(proof, desk)
    return {
        "headline": view["headline"],
        "lede": part("proof_parts.html.j2", "lede", view),
        "glance": part("proof_parts.html.j2", "glance", view),
        "marks": {f["number"]: {**_looks(f), "sup": part("proof_parts.html.j2", "number", f)} for f in view["figures"]},
        "cards": {f["number"]: part("proof_parts.html.j2", "figure", f) for f in view["figures"]},
    }


def _looks(figure: View) -> View:
    """What a mark looks like, by the names that a browser has for its attributes."""
    return {name: figure[key] for name, key in (("status", "slug"), ("verdict", "verdict"), ("pairing", "pairing"))}


def view_of(proof: Proof, desk: Desk | None = None) -> View:
    """What the page shows, as plain values."""
    offers = desk.offers if desk is not None else {}
    views = [
        {**_figure_view(proof, figure), "offer": _offer_view(figure, offers.get(figure.number), proof)}
        for figure in proof.listed
    ]
    urgent = [view for view, figure in zip(views, proof.listed, strict=True) if figure.status in URGENT]
    urgent.sort(key=lambda view: not view["fails"])
    return {
        "headline": headline(proof).capitalize(),
        "file": proof.draft.at.file,
        "title": proof.draft.title or "",
        "counts": counts(proof),
        "number": counted(len(proof.figures), "figure"),
        "notes": proof.notes,
        "language": language(proof.draft.language),
        "paragraphs": list(_paragraphs(proof)),
        "total": len(proof.figures),
        "figures": views,
        "at_a_glance": urgent[:MOST_AT_A_GLANCE],
        "more_urgent": len(urgent) - len(urgent[:MOST_AT_A_GLANCE]),
        "meanings": [(status.value, _slug(status), VERDICTS[status].value, text) for status, text in MEANINGS.items()],
        "footer": (
            ("Made by", f"crosscheck {__version__}"),
            ("Draft", proof.draft.at.file),
            ("Draft, SHA-256", proof.article.text.sha256),
        ),
    }


def _offer_view(figure: Figure, offer: Offer | None, proof: Proof) -> View | None:
    """What a card offers; of an item that matching found, with what comparing says of the figure."""
    if offer is None:
        return None
    known = {
        _named(one.choice.item.subject, one.choice.item.attribute.name, one.choice.item.scope): one
        for one in figure.choices
    }
    listed = []
    for item in offer.items:
        found = known.get(_named(item.subject, item.attribute, item.scope.items()))
        plain = {"subject": item.subject, "attribute": item.attribute, "scope": tuple(item.scope.items())}
        is_own = figure.line is not None and found in figure.choices[:1]  # the card says all of its own item
        bare = {**plain, "holds": "" if is_own else item.holds or "", "quote": "", "source": None, "says": ""}
        listed.append(_choice(found, proof.sources) if found is not None and not is_own else bare)
    return {
        "accept": offer.accept,
        "items": listed,
        "chosen": offer.chosen,
        "written": dict(offer.written),
        "hints": dict(offer.hints),
    }


def _named(subject: str, attribute: str, scope: Iterable[tuple[str, str]]) -> tuple[Any, ...]:
    return subject, attribute, *sorted(scope)


def _slug(status: FigureStatus) -> str:
    """A status as the value of an attribute."""
    return status.value.removesuffix("?").replace(" ", "-")


# ------------------------------------------------------------------------------------------ the text


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph, and the figure that they are part of.

    `first` and `last` tell where its words begin and end; `within` are figures that have the same words, or whose words
    are all in others: they are marked behind them.
    """

    text: str
    figure: View | None = None
    first: bool = False
    last: bool = False
    within: tuple[View, ...] = ()


def _paragraphs(proof: Proof) -> Iterator[View]:
    """The paragraphs of the text in pieces; a figure that stands in another one is marked inside of it."""
    shown = proof.article.text.shown
    owners: list[Figure | None] = [None] * len(shown)
    for figure in sorted(proof.listed, key=lambda each: each.span.start - each.span.end):
        length = figure.span.end - figure.span.start
        owners[figure.span.start : figure.span.end] = [figure] * length
    places: dict[int, tuple[int, int]] = {}
    for at, owner in enumerate(owners):
        if owner is not None:
            places[owner.number] = (places.get(owner.number, (at, at))[0], at)
    within: dict[int, list[Figure]] = {}
    for figure in proof.listed:
        owner = owners[figure.span.end - 1] if figure.number not in places else None
        if owner is not None:
            within.setdefault(owner.number, []).append(figure)
    for paragraph in proof.article.text.paragraphs:
        for start, end in lines(shown, paragraph):
            pieces = list(_pieces(shown, range(start, end), owners, places, within))
            if pieces:
                yield {"kind": paragraph.kind, "pieces": pieces}


def _pieces(
    shown: str,
    stretch: range,
    owners: list[Figure | None],
    places: Mapping[int, tuple[int, int]],
    within: Mapping[int, Iterable[Figure]],
) -> Iterator[Piece]:
    for owner, place in groupby(stretch, key=owners.__getitem__):
        found = list(place)
        words = shown[found[0] : found[-1] + 1].replace("\u00ad", "")  # where a word may be broken is the browser's
        if owner is None:
            yield Piece(words)
            continue
        first, last = (at in (found[0], found[-1]) for at in places[owner.number])
        others = tuple(_mark(figure) for figure in within.get(owner.number, ())) if last else ()
        yield Piece(words, _mark(owner), first, last, others)


def _mark(figure: Figure) -> View:
    status = figure.status
    return {
        "number": figure.number,
        "status": status.value,
        "slug": _slug(status),
        "verdict": VERDICTS[status].value,
        "pairing": figure.acceptance.value,
        "is_coloured": status not in (FigureStatus.UNSUPPORTED, FigureStatus.NOT_READ),
    }


# ------------------------------------------------------------------------------------------ the cards


def _figure_view(proof: Proof, figure: Figure) -> View:
    """A card: what it has of its pairing is that of a finding on the draft's claim and those of others."""
    line, span = figure.line, figure.span
    draft = replace(proof.draft, publisher=THIS_DRAFT)
    reading = span.reading
    read = interval_text(reading.stated, reading, None) if reading is not None and reading.stated is not None else ""
    around = _around(proof, figure)
    card = _card(line, figure, around, {**proof.sources, draft.id: draft}) if line is not None else None
    stands = list(_stands(card, figure)) if card is not None else []
    sides = [*card.sides, *card.more_sides] if card is not None else []
    return {
        **_mark(figure),
        "fails": figure.fails,
        "place": _place(figure),
        "value": span.text,
        "before": around[0],
        "after": around[1],
        "read": read,
        "message": told(line) if line is not None else _open_message(figure),
        "condition": next((one.condition for one in figure.choices[:1]), "") if line is not None else "",
        "findings": figure.findings,
        "card": card,
        "sides": sides[:SHOWN_SIDES],
        "more_sides": sides[SHOWN_SIDES:],
        "stands": stands,
        "more_stands": len(sides) - len(stands),
        "beyond": max(0, len(figure.others) - MOST_CLAIMS),
        "choices": [_choice(one, proof.sources) for one in figure.choices[figure.acceptance is Acceptance.SUGGESTED :]],
    }


def _place(figure: Figure) -> str:
    return f"line {figure.place.line}" if has_lines(figure.place) else str(figure.place)


def _open_message(figure: Figure) -> str:
    """Why a figure has no item; nothing where its choices say it."""
    if figure.choices and figure.span.reading is not None:
        return ""
    return figure.message.removeprefix(f"{shown(figure.span.text)}: ")


def _around(proof: Proof, figure: Figure) -> tuple[str, str]:
    """The words around a figure, with a sign where its sentence has more of them than are shown."""
    shown, span = proof.article.text.shown, figure.span
    start, end = proof.article.sentence(span)
    is_cut = len(shown[start : span.start].split()) > len(figure.before.split())
    goes_on = len(shown[span.end : end].split()) > len(figure.after.split())
    return f"{'… ' * is_cut}{figure.before}", f"{figure.after}{' …' * goes_on}"


def _card(line: DraftLine, figure: Figure, around: tuple[str, str], sources: Mapping[str, Source]) -> Card:
    row = line.row
    others = _grouped(line.meetings[:MOST_CLAIMS])
    sides = (_side([row]), *(_side([meeting.row for meeting in meetings]) for meetings in others))
    finding = Finding(
        rule="", code="", verdict=Verdict.REMARK, item=line.item, sides=sides, message=line.message, id="f"
    )
    result = Result(findings=(), summary={}, sources=sources, around={} if row.claim.quote else {row.claim.id: around})
    # The draft is in the page, so that its own side only names it.
    anchors = {row.claim.source: (f"m{figure.number}", "")}
    card = card_of(finding, "", Context(result=result, quotes={}, sources=anchors))
    own = card.sides[0]
    if not row.claim.quote:  # the words around it are shown, and its own are set off in them
        own["claims"] = tuple(replace(claim, quote=("", claim.quote[0], "")) for claim in own["claims"])
    if figure.acceptance is Acceptance.SUGGESTED:
        own["claims"] = tuple(replace(claim, place=_place(figure)) for claim in own["claims"])
    for side in (*card.sides, *card.more_sides):
        for key in ("claims", "more"):
            side[key] = tuple(replace(claim, id="") for claim in side[key])  # its place is enough to find it
        if side["stated"] == side["text"]:  # it would only say the same again
            side["stated"] = ""
    return card


def _stands(card: Card, figure: Figure) -> Iterator[tuple[str, str, str, bool, str | None]]:
    """Who says what, the draft first: (its relation to it, "and" for the same, source, value, denies, language)."""
    groups = [[], *_grouped(figure.others[:MOST_CLAIMS])]
    if len(groups) > SUMMED_UP:  # as the summary has them
        groups = [*groups[: SUMMED_UP - 1], groups[-1]]
    last = ""
    for meetings, saying in zip(groups, card.summary, strict=True):
        word = _relation(meetings[0], figure) if meetings else ""
        yield ("and" if word == last else word), *saying
        last = word or last


def _relation(meeting: Meeting, figure: Figure) -> str:
    if meeting.found_wrong:
        is_repeated = meeting.verdict is Verdict.AGREEMENT
        return "repeats what was found wrong:" if is_repeated else "not what was found wrong:"
    if meeting.verdict is Verdict.SUPERSEDED and figure.status is FigureStatus.NEWER:
        return "newer than"
    return "not against" if meeting.verdict is None else RELATIONS[meeting.verdict]


def _grouped(meetings: Iterable[Meeting]) -> list[list[Meeting]]:
    """Claims of others that say the same in the same words, and are the same to the draft, stand together.

    They are in the order of the first of each.
    """
    groups: dict[tuple[Any, ...], list[Meeting]] = {}
    for meeting in meetings:
        claim, reading = meeting.row.claim, meeting.row.reading
        says = (claim.text, claim.stance is Stance.DISPUTES, reading.stated, reading.allowed)
        key = (*says, meeting.verdict, meeting.found_wrong)
        groups.setdefault(key, []).append(meeting)
    return list(groups.values())


def _side(rows: list[Row]) -> Side:
    first = rows[0]
    denies = first.claim.stance is Stance.DISPUTES
    return Side(tuple(rows), tuple(rows), first.reading.stated, first.reading.allowed, first.claim.text, denies)


def _choice(possibility: Possibility, sources: Mapping[str, Source]) -> View:
    """An item that a figure may speak of, with a claim on it; `says`: what comparing says of the figure."""
    item, line = possibility.choice.item, possibility.line
    rows = [meeting.row for meeting in line.meetings] if line is not None else item.rows
    claim = next((row.claim for row in rows if not row.claim.derived), None)
    source = None if claim is None else source_view(claim.source, sources.get(claim.source), claim.url)
    return {
        "subject": shortened(item.subject, 160),
        "attribute": shortened(item.attribute.name, 160),
        "scope": item.scope,
        "holds": shortened(claim.text, 120) if claim is not None else "",
        "quote": claim.quote or "" if claim is not None and line is not None else "",
        "source": source,
        "says": told(line) + possibility.condition if line is not None else "",
    }
