"""Figures of an article and the items that they speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from matching import INVENTED, Case, counted, invented, lines_of, renamed, span_at

from crosscheck.articles.matching import Match, matches
from crosscheck.articles.pairing import DIFFERS, Pairing
from crosscheck.articles.slips import Slip, slip_between
from crosscheck.articles.spotting import Span, Spotter, Tier
from crosscheck.articles.subjects import ProperNames
from crosscheck.articles.words import stem_of, stems
from crosscheck.comparing.listed_items import ListedItems
from crosscheck.loading import Loaded, Options, load_and_read
from crosscheck.model import DraftStatus, Item, Kind, Policy, ReadingSettings, Source
from crosscheck.problems import Position
from crosscheck.progress import NO_PROGRESS
from crosscheck.readings import Context, read
from crosscheck.vocabulary import Name, Names
from factories import TODAY, c, workspace
from items import claim, items

AVERIL = INVENTED[0]


@cache
def _invented(root: Path) -> list[tuple[Case, Match]]:
    return [one for _, found in invented(root) for one in found]


@cache
def _loaded(root: Path) -> Loaded:
    return load_and_read(root, Options(today=TODAY), NO_PROGRESS)


# ----------------------------------------------------------------------------------------------------------- articles


@pytest.mark.parametrize("root", INVENTED, ids=lambda root: root.name)
def test_most_figures_find_their_item_and_what_is_filled_in_is_right(root: Path) -> None:
    counts = counted(_invented(root))
    assert counts.first >= 0.9 * counts.known
    assert counts.three >= 0.97 * counts.known
    right, filled = counts.thin
    assert right == filled >= 0.5 * counts.known


def test_what_is_filled_in_is_right_where_half_of_the_items_are_absent() -> None:
    for remainder in (0, 1):
        found = [
            one
            for _, matched in invented(AVERIL, lambda title, left=remainder: len(title) % 2 == left)  # type: ignore[misc]
            for one in matched
        ]
        right, filled = counted(found).thin
        assert right >= 0.9 * filled > 0


def test_nothing_is_filled_in_where_the_article_is_about_another_thing_of_the_same_sort() -> None:
    assert [match.span.text for _, found in renamed() for _, match in found if match.is_filled] == []


@pytest.mark.parametrize(
    ("text", "name", "has"),
    [
        ("Storm Brunhild came ashore.", "Storm Ottilie", False),
        ("Storm Ottilie came ashore.", "Storm Ottilie", True),
        ("The storm came ashore.", "Storm Ottilie", False),
        ("Then Trump spoke.", "Donald Trump", True),
        ("In March President Trump spoke.", "Donald Trump", True),
        ("The Beck Line sails. Beck Line said so.", "Lund Line", False),
        ("The Lund Line sails.", "Lund Line", True),
        ("The council of Tolland met.", "Averil council", False),
        ("The donors met on Sorrel.", "Donor conference for Sorrel", True),
        ("The donors met on Dunmore.", "Donor conference for Sorrel", False),
        ("The attacks of September 3.", "September 11 attacks", False),
        ("The election in Averil.", "Averil election 2030", True),
        ("The ferry sank.", "ferry disaster", True),
    ],
)
def test_an_article_has_a_subject_only_with_its_proper_names(text: str, name: str, has: bool) -> None:
    assert ProperNames.of(text, stems(text)).have(name) is has


@pytest.mark.parametrize("root", INVENTED, ids=lambda root: root.name)
def test_a_planted_error_differs_from_its_item_and_a_right_figure_does_not(root: Path) -> None:
    loaded = _loaded(root)
    by_title = {item.title: item for item in loaded.read.items(loaded.policy)}
    wrong = {_marked(entry) for entry in _key(root) if entry[2] == "wrong"}
    for case, match in _invented(root):
        if not case.known:
            continue
        pairing = Pairing(
            Source(case.article, Position(f"{case.article}.txt")), loaded.policy, loaded.findings_on, loaded.found_wrong
        )
        item = by_title[next(iter(case.right))]
        hints = match.hints
        when = hints.when.text if hints.when is not None and hints.relative_to is None else None
        is_of_period = item.attribute.over_time == "per_period"
        line = pairing.line(case.span, item, when=when if is_of_period else None)
        assert line is not None
        is_wrong = (case.span.text, item.title) in wrong
        if when is None and is_of_period:  # nothing is compared before somebody says of which period the figure is
            assert line.status is DraftStatus.NEITHER
        else:
            assert (line.status in DIFFERS) is is_wrong, line.message


def _key(root: Path) -> list[tuple[str, str, str]]:
    key = yaml.safe_load((root / "key.yaml").read_text(encoding="utf-8"))
    return [(marked, title, what) for entries in key.values() for marked, title, what in entries]


def _marked(entry: tuple[str, str, str]) -> tuple[str, str]:
    return entry[0].partition("[")[2].partition("]")[0], entry[1]


def test_every_figure_of_the_articles_is_in_the_key_and_forty_errors_are_planted() -> None:
    assert sum(what == "wrong" for _, _, what in _key(AVERIL)) == 40
    titles = {item.title for item in _loaded(AVERIL).read.items(_loaded(AVERIL).policy)}
    assert {title for _, title, _ in _key(AVERIL)} <= titles | {""}


# ---------------------------------------------------------------------------------------------------------- sentences

NAMES = Names.of([Name("Lund Line", ("LSL",)), Name("Ada Moor", ())])


@cache
def _items() -> tuple[Item, ...]:
    """Two subjects with counts, money and dates, one of them in scopes."""
    counts = items(
        claim("s", "14 ships", subject="Lund Line", attribute="ships"),
        claim("s", "860 people", subject="Lund Line", attribute="employees"),
        claim("s", "31 people", subject="Fire at Tor Mill", attribute="deaths", quote="31 people were killed"),
        claim("s", "17 seats", subject="Town council", attribute="seats", scope={"party": "Greens"}),
        claim("s", "14 seats", subject="Town council", attribute="seats", scope={"party": "Union"}, id="union"),
        kind="count", separated_by=("party",), names=NAMES,
    )  # fmt: skip
    money = items(claim("s", "$5 million", subject="Lund Line", attribute="fine"), kind="money", names=NAMES)
    dates = items(
        claim("s", "1924", subject="Lund Line", attribute="founding"),
        claim("s", "9 May 2030", subject="Fire at Tor Mill", attribute="date"),
        kind="date", names=NAMES,
    )  # fmt: skip
    return (*counts, *money, *dates)


def _match(text: str, of: Iterable[Item] | None = None) -> Match:
    """The match of the figure in brackets."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    span = span_at(start, plain[start:end])
    return _matches(plain, [span], _items() if of is None else of)[0]


def _matches(text: str, spans: Sequence[Span], of: Iterable[Item] = (), names: Names = NAMES) -> list[Match]:
    return matches(text, lines_of(text), spans, ListedItems(list(of), Policy({}, names)), names)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Lund Line runs [15 ships].", "Lund Line / ships"),
        ("LSL has [15 vessels] now.", "Lund Line / ships"),
        ("Lund Line employs [900 people].", "Lund Line / employees"),
        ("Lund Line grew. Its staff is [900].", "Lund Line / employees"),
        ("Lund Line paid a fine of [$7 million].", "Lund Line / fine"),
        ("Lund Line was founded in [1942].", "Lund Line / founding"),
        ("The fire at Tor Mill on [8 May 2030] began in a store.", "Fire at Tor Mill / date"),
        ("The fire at Tor Mill killed [13 people].", "Fire at Tor Mill / deaths"),
        ("On the town council the Greens hold [18 seats].", "Town council / seats (party: Greens)"),
    ],
)
def test_a_figure_is_filled_in_with_the_item_that_its_words_name(text: str, title: str) -> None:
    match = _match(text)
    assert match.suggested is not None, match.choices
    assert match.suggested.title == title


@pytest.mark.parametrize(
    "text",
    [
        "Lund Line is proud of [15].",  # nothing says what of
        "Lund Line owns [15 hotels] and no ships.",  # something else is counted
        "A rival runs [15 ships].",  # another subject
        "The mill employs [900 people].",  # a part of a subject
        "The town council has [31 seats].",  # the scope is not named
        "The council met on [9 June 2031].",
        "The bridge cost [$7 million].",
    ],
)
def test_a_figure_is_not_filled_in_where_its_words_leave_the_item_open(text: str) -> None:
    assert _match(text).suggested is None


def test_a_figure_is_offered_what_its_words_leave_open_the_best_first() -> None:
    titles = [choice.item.title for choice in _match("Lund Line is proud of [15].").choices]
    assert titles == ["Lund Line / ships", "Lund Line / employees"]
    assert _match("It rained for [15 hours].").choices == ()


def test_two_items_that_the_words_name_as_well_are_both_offered() -> None:
    rows = [claim("s", "4 dogs", subject=subject, attribute="dogs") for subject in ("Ada Moor", "Ben Moor")]
    match = _match("Ada Moor and Ben Moor have [5 dogs].", items(*rows, kind="count", names=NAMES))
    assert match.suggested is None
    assert {choice.item.subject for choice in match.choices} == {"Ada Moor", "Ben Moor"}


def test_an_item_of_a_scope_is_filled_in_only_where_the_scope_is_named() -> None:
    greens = claim("s", "17 seats", subject="Town council", attribute="seats", scope={"party": "Greens"})
    alone = items(greens, kind="count", separated_by=("party",), names=NAMES)
    assert _match("On the town council the Greens hold [18 seats].", alone).is_filled
    assert not _match("The town council has [31 seats].", alone).is_filled


def test_the_value_does_not_make_a_suggestion() -> None:
    near, far = _match("Lund Line is proud of [14]."), _match("Lund Line is proud of [700].")
    assert near.suggested is far.suggested is None
    assert near.choices[0].item.title == "Lund Line / ships"
    assert far.choices[0].item.title == "Lund Line / employees"


def test_a_name_is_filled_in_only_where_the_item_has_it() -> None:
    held = items(claim("s", "Ada Moor", subject="Lund Line", attribute="chair"), kind="names", names=NAMES)
    for name, is_filled in (("Ada Moor", True), ("Ben Moor", False)):
        text = f"{name} took the chair of Lund Line."
        span = Span(0, len(name), name, Tier.NAME, None, None, None)
        (match,) = _matches(text, [span], held)
        assert [choice.item.title for choice in match.choices] == ["Lund Line / chair"] * is_filled
        assert match.is_filled is is_filled


NEIGHBOURS = yaml.safe_load((Path(__file__).parent / "neighbours.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("group", NEIGHBOURS, ids=lambda group: group["items"][-1][1])
def test_a_figure_that_shares_only_its_noun_with_an_item_is_not_filled_in(group: dict[str, list[list[str]]]) -> None:
    held = [
        item
        for subject, attribute, value, quote in group["items"]
        for item in items(
            claim("s", value, subject=subject, attribute=attribute, quote=quote), kind=read(value, Context()).kind.value
        )
    ]
    titles = ["", *(item.title for item in held)]
    found = [(marked, _spotted(marked, held).suggested) for marked, _ in group["sentences"]]
    told = [[marked, titles.index(item.title) if item is not None else 0] for marked, item in found]
    assert told == group["sentences"]


def _spotted(marked: str, of: Iterable[Item], names: Names = NAMES) -> Match:
    """The match of the figure in brackets, as it is spotted, among all that its sentence has."""
    start, plain = marked.index("["), marked.replace("[", "").replace("]", "")
    spans = Spotter(Context()).spot(plain)
    return next(match for match in _matches(plain, spans, of, names) if match.span.end > start)


STRANGERS = yaml.safe_load((Path(__file__).parent / "strangers.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("group", STRANGERS, ids=lambda group: group["items"][0][0])
def test_a_figure_of_another_thing_that_the_article_names_is_not_filled_in(group: dict[str, Any]) -> None:
    names = Names.of([Name(name, tuple(aliases)) for name, aliases in group["names"].items()])
    held = [
        item
        for subject, attribute, value, quote in group["items"]
        for item in items(
            claim("s", value, subject=subject, attribute=attribute, quote=quote, when="2024-09-15"),
            kind=read(value, Context()).kind.value,
            names=names,
        )
    ]
    titles = ["", *(item.title for item in held)]
    told = []
    for text, _ in group["texts"]:
        suggested = _spotted(group["opening"] + text, held, names).suggested
        told.append([text, titles.index(suggested.title) if suggested is not None else 0])
    assert told == group["texts"]


# -------------------------------------------------------------------------------------------------------------- slips


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("1,340 metres", "1,430 metres", Slip.SURE),
        ("€275 million", "€257 million", Slip.SURE),
        ("€2.75 million", "€2.75 billion", Slip.SURE),
        ("12.7 percent", "1.27 percent", Slip.SURE),
        ("£86", "£86 million", Slip.FAINT),
        ("£860", "£86 million", Slip.NONE),
        ("€81 million", "€18 million", Slip.LIKELY),
        ("7.1%", "1.7%", Slip.LIKELY),
        ("4,791", "5,791", Slip.LIKELY),
        ("12,968", "1,968", Slip.LIKELY),
        ("4,791", "4,795", Slip.FAINT),  # they may as well be close
        ("€260 million", "€290 million", Slip.FAINT),
        ("24", "34", Slip.FAINT),
        ("20", "30", Slip.NONE),
        ("20", "20", Slip.NONE),
        ("about 680", "860", Slip.LIKELY),
        ("more than 680", "860", Slip.NONE),
        ("1.2 km", "2,100 m", Slip.NONE),
        ("1,324", "1,243", Slip.NONE),
        ("May 2030", "May 2031", Slip.LIKELY),
        ("2030", "2031", Slip.NONE),  # nearly every event is of a year near by
        ("1967", "1976", Slip.LIKELY),
        ("13 May 2030", "31 May 2030", Slip.LIKELY),
        ("13 May 2030", "14 May 2030", Slip.NONE),
        ("5/10/2030", "10/5/2030", Slip.LIKELY),
        ("May 2030", "2031", Slip.NONE),
    ],
)
def test_a_slip_lies_between_two_figures(one: str, other: str, slip: Slip) -> None:
    first, second = (read(text, Context(settings=ReadingSettings(date_order="dmy"))) for text in (one, other))
    assert slip_between(first, second) is slip_between(second, first) is slip


_COSTS = items(
    claim("s", "€412 million", subject="Tor barrier", attribute="cost", scope={"estimate": "current"}),
    claim("s", "€260 million", subject="Tor barrier", attribute="cost", scope={"estimate": "first"}, id="first"),
    kind="money",
    separated_by=("estimate",),
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The bill for the Tor barrier stands at [€421 million].", "Tor barrier / cost (estimate: current)"),
        ("The bill for the Tor barrier stands at [€290 million].", "Tor barrier / cost (estimate: first)"),
        ("The bill for the Tor barrier stands at [€412 million].", "Tor barrier / cost (estimate: current)"),
        ("The bill for the Tor barrier stands at [€300 million].", None),
        # What is named decides, not the value.
        ("The Tor barrier's first estimate put its cost at [€421 million].", "Tor barrier / cost (estimate: first)"),
        # Nearly nothing is named: only a slip that is hardly by chance will do.
        ("The Tor barrier is there, all [€421 million] of it.", "Tor barrier / cost (estimate: current)"),
        ("The Tor barrier is there, all [€290 million] of it.", None),
        ("It is there, all [€421 million] of it.", None),
    ],
)
def test_where_no_scope_is_named_the_one_is_meant_whose_value_the_figure_nearly_is(text: str, title: str) -> None:
    suggested = _match(text, _COSTS).suggested
    assert (suggested.title if suggested is not None else None) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On the town council the Greens hold [14 seats] and the Union 17.", "Town council / seats (party: Greens)"),
        ("On the town council the Greens hold 17 seats and the Union [17].", "Town council / seats (party: Union)"),
        ("On the town council the Greens and the Union have [33 seats].", None),
    ],
)
def test_the_scope_that_is_named_best_is_meant_however_its_source_words_it(text: str, title: str) -> None:
    greens = claim(
        "s", "17 seats", subject="Town council", attribute="seats", scope={"party": "Greens"}, quote="17 seats"
    )
    union = {"scope": {"party": "Union"}, "quote": "the Union got 14 seats", "id": "union"}
    held = items(greens, claim("s", "14 seats", subject="Town council", attribute="seats", **union),
                 kind="count", separated_by=("party",))  # fmt: skip
    suggested = _match(text, held).suggested
    assert (suggested.title if suggested is not None else None) == title


def test_a_word_is_of_the_figure_that_it_leads_to() -> None:
    values = {"loss": "€3 million", "turnover": "€40 million"}
    held = items(*(claim("s", values[name], subject="Tor Mill", attribute=name) for name in values), kind="money")
    match = _spotted("Tor Mill closed the year with a loss of [€4 million] on a turnover of €40 million.", held)
    assert match.suggested is not None
    assert match.suggested.title == "Tor Mill / loss"


# --------------------------------------------------------------------------------------------------------- properties

FIGURES = st.sampled_from(["15 ships", "15", "$7 million", "1942", "9 May 2031", "half", "three years", "a week later"])
WORDS = st.sampled_from(
    "Lund Line LSL ships founded fine staff fire Tor Mill council seats Greens Union killed on the in. It".split()
)


@settings(max_examples=40)
@given(st.lists(WORDS, max_size=12), FIGURES, st.lists(WORDS, max_size=6), st.randoms())
def test_matches_do_not_depend_on_the_order_of_items_and_are_of_their_kind(
    before: list[str], figure: str, after: list[str], random: Callable[..., object]
) -> None:
    text = " ".join([*before, f"[{figure}]", *after])
    listed = _items()
    first = _match(text, listed)
    shuffled = list(listed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _told(_match(text, shuffled)) == _told(first)
    for choice in first.choices:
        assert choice.item.kind is first.span.kind
        reading = first.span.reading
        assert reading is None or reading.dimension == choice.item.rows[0].reading.dimension
        assert first.choices[0].score >= choice.score


def _told(match: Match) -> tuple[object, ...]:
    return [(choice.item.title, choice.parts) for choice in match.choices], match.is_filled, match.hints  # type: ignore[return-value]


def test_items_of_tables_are_matched_as_those_of_files_are(tmp_path: Path) -> None:
    attributes = "ships: {kind: count}\nfine: {kind: money, unit: USD}\n"
    table = "source,subject,attribute,value\ns,Lund Line,ships,14\ns,Lund Line,fine,5000000\nt,Tor Mill,ships,2\n"
    root = workspace(tmp_path, {"s.csv": table}, attributes=attributes)
    loaded = load_and_read(root, Options(today=TODAY), NO_PROGRESS)
    text = "Lund Line runs 15 ships."
    items = loaded.read.items(loaded.policy)
    (match,) = matches(text, lines_of(text), [span_at(15, "15 ships")], items, loaded.workspace.names)
    assert match.suggested is not None
    assert match.suggested.title == "Lund Line / ships"


# -------------------------------------------------------------------------------------------------------------- hints


@pytest.mark.parametrize(
    ("text", "when", "said_by", "subjects"),
    [
        ("In <1999> Ada Moor gave [$5].", "1999", None, ("Ada Moor",)),
        ("He came in <1999>. Then he gave [$5].", "1999", None, ()),
        ("He came in <1999>. He left. Then he gave [$5].", None, None, ()),
        ("Ada Moor said that [$5] was too much.", None, "Ada Moor", ("Ada Moor",)),
        ("It cost [$5], said the minister, Ada Moor.", None, "Ada Moor", ("Ada Moor",)),
        ("According to the Bank of Tor, [$5] was paid.", None, "Bank of Tor", ("Bank of Tor",)),
        ("Ada Moor, a farmer, told us of [$5].", None, "Ada Moor", ("Ada Moor",)),
        ("They said that [$5] was paid on Tuesday in May.", None, None, ()),
        ("The Lund Line’s owner has [$5].", None, None, ("Lund Line",)),
    ],
)
def test_hints(text: str, when: str | None, said_by: str | None, subjects: tuple[str, ...]) -> None:
    spans = []
    for signs in ("<>", "[]"):
        if signs[0] in text:
            others = [sign for sign in "<>[]" if sign not in signs]
            alone = "".join(sign for sign in text if sign not in others)
            start, end = alone.index(signs[0]), alone.index(signs[1]) - 1
            plain = "".join(sign for sign in text if sign not in "<>[]")
            spans.append(span_at(start, plain[start:end]))
    plain = "".join(sign for sign in text if sign not in "<>[]")
    hints = _matches(plain, spans)[-1].hints
    assert (hints.when.text if hints.when else None, hints.said_by, hints.subjects) == (when, said_by, subjects)


def test_a_date_that_counts_from_another_one_is_pointed_at_the_date_before() -> None:
    text = "It began on 9 May 2030. A week later it ended."
    spans = [span_at(12, "9 May 2030"), Span(24, 36, "A week later", Tier.DATE, Kind.DATE, None, "counts from a date")]
    first, second = _matches(text, spans)
    assert first.hints.relative_to is None
    assert second.hints.relative_to == spans[0]


# -------------------------------------------------------------------------------------------------------------- stems


@pytest.mark.parametrize(
    "words",
    [
        "sinking sank sunk sinks",
        "Colombia Colombian Colombians",
        "designation designated designating",
        "employees staff workforce",
        "U.S. US",
        "killed deaths died",
        "threat threatened",
        "saw seen",
        "loss lost",
        "jobs posts positions",
        "1,340 1340",
    ],
)
def test_words_that_mean_the_same_have_one_stem(words: str) -> None:
    assert len({stem_of(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", ["Iran Iraq", "direct directive", "1,340 1,430", "ship shop", "passenger passing"])
def test_other_words_have_other_stems(words: str) -> None:
    one, other = words.split()
    assert stem_of(one) != stem_of(other)


def test_a_phrase_that_means_one_word_has_its_stem() -> None:
    assert stems("The ferry went down") == stems("The ferry sank")
    assert stems("passengers and crew") == stems("people")
    assert stems("passengers and crews") != stems("people")


def test_words_that_only_connect_others_have_no_stem() -> None:
    assert [stem_of(word) for word in "the of and It".split()] == ["", "", "", ""]


# ------------------------------------------------------------------------------------------------------------ pairing


@pytest.mark.parametrize(
    ("figure", "status"),
    [
        ("14 ships", DraftStatus.AGREES),
        ("15 ships", DraftStatus.CONFLICTS),
        ("at least 12 ships", DraftStatus.NEITHER),
        ("some ships", None),
        ("$14", None),
    ],
)
def test_a_figure_is_compared_as_a_claim_of_a_draft_is(tmp_path: Path, figure: str, status: DraftStatus | None) -> None:
    root = workspace(tmp_path, [c("s", "Lund Line", "ships", "14 ships")], attributes="ships: {kind: count}\n")
    loaded = load_and_read(root, Options(today=TODAY), NO_PROGRESS)
    (item,) = loaded.read.items(loaded.policy)
    pairing = Pairing(Source("draft", Position("draft.txt")), loaded.policy, loaded.findings_on, loaded.found_wrong)
    line = pairing.line(span_at(0, figure), item)
    assert (line.status if line is not None else None) is status
