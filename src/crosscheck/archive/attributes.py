"""The attributes of tables: how figures lie on their axes, and the kinds of those that nobody declared."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from crosscheck.archive import plan
from crosscheck.archive.distinct import (
    KindReader,
    attribute_key,
    class_number,
    clean,
    slug_part,
)
from crosscheck.archive.fetching import FetchedClaims
from crosscheck.claims.kinds import common_kind, kinds_of_value
from crosscheck.claims.values import AS_CURATED, Ground, Scale, ValueReader
from crosscheck.model import (
    Attribute,
    Claim,
    Interval,
    Kind,
    OverTime,
)
from crosscheck.problems import did_you_mean, shown
from crosscheck.vocabulary import normalise

_ONE = Interval(Fraction(1), Fraction(1), True, True)
_ONE_HALF = Fraction(1, 2)


class KnownAttributes(FetchedClaims):
    """Claims of tables whose attributes are known."""

    def _attributes(self) -> None:
        texts = [text for (text,) in self.all("SELECT DISTINCT attribute FROM raw WHERE attribute IS NOT NULL")]
        self._keys = {text: attribute_key(text) for text in texts}
        if "" in self._keys.values():
            self._complain()
        names = {
            key: normalise(found.name) if (found := self._given.attributes.get(key)) else key
            for key in self._keys.values()
            if key
        }
        self._name_of = {text: names[key] for text, key in self._keys.items() if key}
        self.attribute_names = sorted(set(names.values()))
        self.number_of = {name: number for number, name in enumerate(self.attribute_names)}
        self.attributes = dict(self._given.attributes)
        undeclared = [n for n in self.attribute_names if n not in self.attributes or self.attributes[n].kind is None]
        for name in undeclared:
            self.attributes.setdefault(name, Attribute(self._spelling(name)))
        self._put_attributes()
        for name in undeclared:
            made = self._with_kind(name)
            for spelling in (made.name, *made.was):
                self.attributes[normalise(spelling)] = made
            self.attributes[name] = made
        if undeclared:
            self._put_attributes()

    def _spelling(self, name: str) -> str:
        return clean(min(text for text, key in self._name_of.items() if key == name)) or ""

    @property
    def ground(self) -> Ground:
        return Ground(self.attributes, self.names, self._given.settings)

    def _put_attributes(self) -> None:
        """Tables of the attributes: by their spelling, and by number how figures lie on their axis."""
        numbers = self.number_of
        keys = {name: set(self.attributes[name].separated_by) for name in self.attribute_names}
        separating = tuple(n for n, key in enumerate(self.scope) if any(key in of for of in keys.values()))
        values = ValueReader(self.ground, self._problems if self._are_known() else None, self._publications.dates)
        axes = {name: values.axis(name) for name in self.attribute_names}
        scales = {n: axis.scale if isinstance(axis.scale, Scale) else None for n, axis in axes.items()}
        direct = {n: s is not None and s.is_linear and axes[n].tolerance is None for n, s in scales.items()}
        self.shape = replace(self.shape, separating=separating)
        texts = list(self._name_of)
        slugs = {text: slug_part(clean(text) or "") for text in texts}
        spellings: dict[tuple[str, str], int] = {}
        attributes = [self.attributes[self._name_of[text]] for text in texts]
        columns: dict[str, list[Any]] = {
            "attribute": texts,
            "a": [numbers[self._name_of[text]] for text in texts],
            "spelling": [spellings.setdefault((self._name_of[text], slugs[text]), len(spellings)) for text in texts],
            "known": [attribute.kind is not None for attribute in attributes],
            "direct": [direct[self._name_of[text]] for text in texts],
            "dated": [attribute.kind is Kind.DATE for attribute in attributes],
        }
        for n in separating:
            columns[f"separated{n}"] = [self.scope[n] in keys[self._name_of[text]] for text in texts]
        types = {"attribute": "text", "a": "long", "spelling": "long"}
        self.engine.put("attributes", columns, {name: types.get(name, "truth") for name in columns})
        ones = {
            n: s.measure.at_mean().to_axis(_ONE) if s is not None and direct[n] else _ONE for n, s in scales.items()
        }
        of = [self.attributes[name] for name in self.attribute_names]
        self.engine.put(
            "spellings",
            {
                "spelling": list(spellings.values()),
                "a": [numbers[n] for n, _ in spellings],
                "slug": [s for _, s in spellings],
            },
            {"spelling": "long", "a": "long", "slug": "text"},
        )
        self.engine.put(
            "axes",
            {
                "a": range(len(of)),
                "axis": [bool(attribute.kind and attribute.kind.has_axis) for attribute in of],
                "changes": [attribute.over_time is OverTime.CHANGES for attribute in of],
                "periods": [attribute.over_time is OverTime.PER_PERIOD for attribute in of],
                "quoted": [attribute.kind is Kind.QUOTATION for attribute in of],
                "least": [float(ones[name].low or 0) for name in self.attribute_names],
                "most": [float(ones[name].high or 0) for name in self.attribute_names],
                "exact": [one.low == one.high and (one.low or _ONE_HALF).denominator == 1 for one in ones.values()],
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
        self.engine.view("base", plan.base(self.shape))

    def _are_known(self) -> bool:
        return all(self.attributes[name].kind is not None for name in self.attribute_names)

    def _with_kind(self, name: str) -> Attribute:
        """An attribute that nobody declared with the kind that its values read as; what has none is a problem."""
        attribute, shape = self.attributes[name], self.shape
        spellings = [text for text, key in self._name_of.items() if key == name]
        self.engine.put("undeclared", {"attribute": spellings}, {"attribute": "text"})
        reader = KindReader(self._given.settings)
        self.engine.mapped("kinds", plan.kind_values(shape), reader, reader.types)
        found = [frozenset(map(Kind, kinds.split())) for (kinds,) in self.all("SELECT DISTINCT kinds FROM kinds")]
        kind: Kind | str = common_kind(found)
        if name in self._given.attributes and all(found) and isinstance(kind, Kind):
            return replace(attribute, kind=kind)
        if len(spellings) == 1 and all(found) and isinstance(kind, Kind):
            return replace(attribute, kind=kind)
        claims = self._claims_on(name)
        first = claims[0]
        if not all(found):
            claim = next(claim for claim in claims if not self._kinds_of(claim))
            kind = f"the value {shown(claim.text)} reads as no kind"
        if name not in self._given.attributes:
            attribute = Attribute(first.attribute, at=first.place("attribute"))
        if not isinstance(kind, Kind):
            near = did_you_mean(attribute.name, [known.name for known in self._given.attributes.values()])
            what = f"attribute {shown(attribute.name)} has no kind: {kind}"
            self._problems.add(first.place("attribute"), f"{what}; declare its kind in rules/attributes.yaml{near}")
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
        return AS_CURATED if claim.read_as is not None else source.manner if source else "en"

    def _claims_on(self, name: str) -> list[Claim]:
        """The claims on an attribute, in the order of their ids: all of those with a value of no kind, or the first."""
        number = self.attribute_names.index(name)
        self._spell(f"SELECT DISTINCT {plan.listed(self.shape.group)} FROM base WHERE a = {number}")
        claims = self._fetched(f"SELECT DISTINCT slug FROM keyed WHERE a = {number}")
        return [claim for claim in claims if self._name_of_claim(claim) == name]

    def _name_of_claim(self, claim: Claim) -> str:
        found = self.attributes.get(normalise(claim.attribute))
        return normalise(found.name) if found else normalise(claim.attribute)
