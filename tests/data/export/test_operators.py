"""Numbers of an export with their operators: a number is nothing without one, also where a table derives it."""

from dataclasses import replace

import pytest

from data.estimate.result import Estimate, estimate
from data.export import compared, modelled
from data.export.source import source_of
from tests.data.export.exported import exported, row


@pytest.mark.parametrize(
    ("table", "wanted", "numbers"),
    [
        (
            "estimate_totals",
            {"series": "seen"},
            {"reported_operator": ">", "reported_volume": 1_000_000, "reported_high": None},
        ),
        ("estimate_calibration", {"record_ids": ("oil-other-002",)}, {"operator": ">", "volume": 500_000}),
        ("published_arithmetic", {"at_load": 0.5}, {"operator": "<=", "volume": 1_367_628}),
        ("published_arithmetic", {"barrels_per_tonne": 7.5}, {"operator": "<=", "volume": 8_000}),
        ("limits", {"limit_id": "refined"}, {"operator": "<=", "value": 500_000}),
        ("derived", {"kind": "times the limit"}, {"operator": ">", "value": 2, "bounded": "below"}),
        ("derived", {"kind": "a trip"}, {"operator": "", "value": 25_000, "bounded": "neither side"}),
        ("derived", {"kind": "notified"}, {"operator": "~", "value": 3_226}),
        ("notified", {"record_id": "notified-079"}, {"converted_operator": "=", "converted": 15_279}),
        ("notified", {"is_converted": True}, {"converted_operator": "~"}),
        ("notified_by_year", {"year": 2018, "supplier": "Russia"}, {"operator": "=", "volume": 241_114}),
    ],
)
def test_a_number_has_its_operator_beside_it(table: str, wanted: dict[str, object], numbers: dict[str, object]) -> None:
    found = row(exported("own").sheet(table), **wanted)
    assert {name: found[name] for name in numbers} == numbers


@pytest.mark.parametrize(
    ("operator", "number", "told"),
    [
        (">=", {"value": 7000}, ">="),
        ("range", {"low": 7000, "high": 9000}, ">="),
        ("range", {"low": 5000, "high": 7000}, "<="),
        ("~", {"value": 7000}, "~"),
        ("=", {"value": 7001}, ""),
    ],
)
def test_published_arithmetic_has_the_operator_that_its_record_gives_its_number(
    operator: str, number: dict[str, float], told: str
) -> None:
    own = exported("own")
    plain = {"value": None, "low": None, "high": None, "operator": operator} | number
    record = next(one for one in own.evidence.statements if one.record_id == "vessel-visit-014").model_copy(
        update=plain
    )
    assert own.evidence.assumptions
    published = own.evidence.assumptions.published[-1].model_copy(update={"volume": 7000.0})
    assumptions = own.evidence.assumptions.model_copy(update={"published": (published,)})
    evidence = replace(own.evidence, statements=(record,), assumptions=assumptions)
    rows = list(modelled.published_arithmetic(source_of(evidence, own.estimate, own.links)))
    assert [one["operator"] for one in rows] == [told]


@pytest.mark.parametrize(
    ("whole_number", "trips", "operator"),
    [
        ({"operator": ">="}, {"operator": "="}, ">="),
        ({"operator": ">"}, {"operator": "="}, ">"),
        ({"operator": "<="}, {"operator": "="}, "<="),
        ({"operator": "="}, {"operator": ">"}, "<"),
        ({"operator": "="}, {"operator": "="}, "="),
        ({"operator": "~"}, {"operator": "="}, "~"),
        ({"operator": "range", "value": None, "low": 900_000, "high": 1_000_000}, {"operator": "="}, "range"),
        ({"operator": ">"}, {"operator": ">"}, ""),
        ({"operator": "=", "value": 0}, {"operator": "="}, "="),
    ],
)
def test_a_derived_number_has_the_operator_that_its_bounds_allow(
    whole_number: dict[str, object], trips: dict[str, object], operator: str
) -> None:
    own = exported("own")
    changed = {"A04": whole_number, "B04": trips}
    claims = [claim.model_copy(update=changed.get(claim.id, {})) for claim in own.evidence.claims]
    rows = compared.derived(source_of(replace(own.evidence, claims=tuple(claims)), own.estimate, own.links))
    assert next(one["operator"] for one in rows if one["kind"] == "a trip") == operator


def test_without_a_reported_number_in_its_unit_an_estimate_has_none_beside_it() -> None:
    own = exported("own")
    claims = tuple(claim for claim in own.evidence.claims if claim.topic != own.evidence.case.subject.volume_topic)
    evidence = replace(own.evidence, claims=claims)
    without = estimate(evidence, draws=500)
    assert isinstance(without, Estimate)
    rows = list(modelled.estimate_totals(source_of(evidence, without, own.links)))
    assert [(one["reported_operator"], one["reported_volume"], one["reported_high"]) for one in rows] == [
        ("", None, None)
    ] * 4
