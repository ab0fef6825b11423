"""The attributes of tables: how figures lie on their axes, and the kinds of those that nobody declared."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from crosscheck.archive.distinct import KindReader, attribute_key, class_number, clean, slug_part
from crosscheck.archive.engine import Vocabulary
from crosscheck.archive.fetching import ClaimFetcher
from crosscheck.archive.plan import lines
from crosscheck.archive.plan.shape import listed
from crosscheck.archive.tables import Tables
from crosscheck.claims.kinds import common_kind, kinds_of_value, no_kind, refuse
from crosscheck.claims.sources import Publications
from crosscheck.claims.values import Ground, Scale, ValueReader, manner_of
from crosscheck.model import Attribute, Claim, Interval, Kind, OverTime
from crosscheck.problems import Problems
from crosscheck.vocabulary import normalise

_ONE = Interval(Fraction(1), Fraction(1), True, True)
_ONE_HALF = Fraction(1, 2)


class TableAttributes:
    """The attributes that tables name, as the relation `base`.

    `names` are their normalised names, `number_of` has the place of each among them, by which the plan knows it.
    `declared` are all attributes of the workspace by normalised name, those that nobody declared among them.
    """

    def __init__(
        self,
        tables: Tables,
        fetcher: ClaimFetcher,
        given: Vocabulary,
        publications: Publications,
        problems: Problems,
    ) -> None:
        self._tables, self._run, self._fetcher, self._given = tables, tables.run, fetcher, given
        self._publications, self._problems = publications, problems
        self.declared = dict(given.attributes)
        self._name_of = self._names_of_texts()
        self.names = sorted(set(self._name_of.values()))
        self.number_of = {name: number for number, name in enumerate(self.names)}
        undeclared = [n for n in self.names if n not in self.declared or self.declared[n].kind is None]
        for name in undeclared:
            self.declared.setdefault(name, Attribute(self._spelling(name)))
        self._put()
        for name in undeclared:
            made = self._with_kind(name)
            for spelling in (made.name, *made.was):
                self.declared[normalise(spelling)] = made
            self.declared[name] = made
        if undeclared:
            self._put()

    @property
    def ground(self) -> Ground:
        return Ground(self.declared, self._given.names, self._given.settings)

    @property
    def are_known(self) -> bool:
        """Whether all have a kind."""
        return all(self.declared[name].kind is not None for name in self.names)

    def _names_of_texts(self) -> dict[str, str]:
        """The normalised name of the attribute of each text in the tables that has one."""
        texts = [text for (text,) in self._run.rows("SELECT DISTINCT attribute FROM raw WHERE attribute IS NOT NULL")]
        keys = {text: attribute_key(text) for text in texts}
        if "" in keys.values():
            self._tables.complain()
        names = {
            key: normalise(found.name) if (found := self.declared.get(key)) else key for key in keys.values() if key
        }
        return {text: names[key] for text, key in keys.items() if key}

    def _spelling(self, name: str) -> str:
        return clean(min(text for text, key in self._name_of.items() if key == name)) or ""

    # ----------------------------------------------------------------------------------------------- as relations

    def _put(self) -> None:
        """Tables of the attributes: by what tables call them, by slug, and by number how figures lie on their axis."""
        keys = {key for name in self.names for key in self.declared[name].separated_by}
        self._run.learn(separating=tuple(n for n, key in enumerate(self._tables.scope.separating) if key in keys))
        values = ValueReader(self.ground, self._problems if self.are_known else None, self._publications.dates)
        axes = {name: values.axis(name) for name in self.names}
        scales = {n: axis.scale if isinstance(axis.scale, Scale) else None for n, axis in axes.items()}
        direct = {n: s is not None and s.is_linear and axes[n].tolerance is None for n, s in scales.items()}
        self._put_texts(direct)
        self._put_axes(scales, direct)
        self._run.engine.view("base", lines.base(self._run.shape))

    def _put_texts(self, direct: dict[str, bool]) -> None:
        texts, numbers = list(self._name_of), self.number_of
        slugs = {text: slug_part(clean(text) or "") for text in texts}
        spellings: dict[tuple[str, str], int] = {}
        attributes = [self.declared[self._name_of[text]] for text in texts]
        scope = self._tables.scope.separating
        columns: dict[str, list[Any]] = {
            "attribute": texts,
            "a": [numbers[self._name_of[text]] for text in texts],
            "spelling": [spellings.setdefault((self._name_of[text], slugs[text]), len(spellings)) for text in texts],
            "known": [attribute.kind is not None for attribute in attributes],
            "direct": [direct[self._name_of[text]] for text in texts],
            "dated": [attribute.kind is Kind.DATE for attribute in attributes],
        }
        for n in self._run.shape.separating:
            columns[f"separated{n}"] = [scope[n] in attribute.separated_by for attribute in attributes]
        types = {"attribute": "text", "a": "long", "spelling": "long"}
        self._run.engine.put("attributes", columns, {name: types.get(name, "truth") for name in columns})
        self._run.engine.put(
            "spellings",
            {
                "spelling": list(spellings.values()),
                "a": [numbers[name] for name, _ in spellings],
                "slug": [slug for _, slug in spellings],
            },
            {"spelling": "long", "a": "long", "slug": "text"},
        )

    def _put_axes(self, scales: dict[str, Scale | None], direct: dict[str, bool]) -> None:
        ones = [s.measure.at_mean().to_axis(_ONE) if s is not None and direct[n] else _ONE for n, s in scales.items()]
        of = [self.declared[name] for name in self.names]
        self._run.engine.put(
            "axes",
            {
                "a": range(len(of)),
                "axis": [bool(attribute.kind and attribute.kind.has_axis) for attribute in of],
                "changes": [attribute.over_time is OverTime.CHANGES for attribute in of],
                "periods": [attribute.over_time is OverTime.PER_PERIOD for attribute in of],
                "quoted": [attribute.kind is Kind.QUOTATION for attribute in of],
                "least": [float(one.low or 0) for one in ones],
                "most": [float(one.high or 0) for one in ones],
                "exact": [one.low == one.high and (one.low or _ONE_HALF).denominator == 1 for one in ones],
                "dimension": [s.measure.dimension if s is not None else None for s in scales.values()],
                "of_class": [class_number(s.unit) if s is not None else 0 for s in scales.values()],
            },
            {
                "a": "long",
                "axis": "truth",
                "changes": "truth",
                "periods": "truth",
                "quoted": "truth",
                "least": "double",
                "most": "double",
                "exact": "truth",
                "dimension": "text",
                "of_class": "long",
            },
        )

    # ------------------------------------------------------------------------------------------------------ kinds

    def _with_kind(self, name: str) -> Attribute:
        """An attribute that nobody declared with the kind that its values read as; what has none is a problem."""
        attribute, run = self.declared[name], self._run
        spellings = [text for text, key in self._name_of.items() if key == name]
        run.engine.put("undeclared", {"attribute": spellings}, {"attribute": "text"})
        reader = KindReader(self._given.settings)
        run.engine.mapped("kinds", lines.kind_values(run.shape), reader, reader.types)
        counted = run.rows("SELECT kinds, count(*) AS n FROM kinds GROUP BY kinds")
        found = {frozenset(map(Kind, kinds.split())): int(count) for kinds, count in counted}
        kind: Kind | str = common_kind(found)
        is_plain = name in self._given.attributes or len(spellings) == 1
        if is_plain and all(found) and isinstance(kind, Kind):
            return replace(attribute, kind=kind)
        claims = self._claims_on(name)
        first = claims[0]
        if not all(found):
            kind = no_kind(next(claim for claim in claims if not self._kinds_of(claim)))
        if name not in self._given.attributes:
            attribute = Attribute(first.attribute, at=first.place("attribute"))
        if not isinstance(kind, Kind):
            refuse(attribute, first, kind, found, self._given.attributes, self._problems)
        return replace(attribute, kind=kind if isinstance(kind, Kind) else None)

    def _kinds_of(self, claim: Claim) -> frozenset[Kind]:
        text = claim.value if claim.read_as is None else claim.read_as
        return kinds_of_value(
            text,
            self._given.settings,
            is_number=claim.is_number and claim.read_as is None,
            is_relative=claim.relative_to is not None and isinstance(claim.value, str),
            published=self._publications.of(claim.source),
            manner=self._manner(claim),
        )

    def _manner(self, claim: Claim) -> str:
        source = self._given.sources.get(claim.source)
        return manner_of(claim, source)

    def _claims_on(self, name: str) -> list[Claim]:
        """The claims on an attribute, in the order of their ids: all of those with a value of no kind, or the first."""
        number = self.number_of[name]
        self._fetcher.spell(f"SELECT DISTINCT {listed(self._run.shape.group)} FROM base WHERE a = {number}")
        slugs = self._fetcher.slugs(f"SELECT DISTINCT slug FROM keyed WHERE a = {number}")
        return [claim for claim in self._fetcher.fetched(slugs) if self.name_of(claim) == name]

    def name_of(self, claim: Claim) -> str:
        found = self.declared.get(normalise(claim.attribute))
        return normalise(found.name) if found else normalise(claim.attribute)
