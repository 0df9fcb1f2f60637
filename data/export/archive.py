"""Evidence and estimate -> one zip with everything: readme, workbook, data package, and what other programs read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from data.estimate.result import Estimate, NotEstimated
from data.export import annotations, entities, package, timelinejs, workbook
from data.export.listed import LIST, VERIFY, listed, verifier
from data.export.reading import FOLDER
from data.export.readme import Part, as_text, readme
from data.export.sheets import filled, sheets
from data.files.zipped import zipped
from data.models.evidence import Evidence
from data.models.links import Links, taken_along

README = "README.txt"
TIMELINE, ANNOTATIONS, ENTITIES = "timelinejs.csv", "annotations.jsonld", "entities.ftm.json"
WRITERS: Mapping[str, Callable[[Evidence, Links], bytes]] = {
    TIMELINE: timelinejs.timelinejs_csv, ANNOTATIONS: annotations.annotations, ENTITIES: entities.entities,
}  # fmt: skip
# A zip cannot tell of days before, nor of later ones.
FIRST_MOMENT, LAST_MOMENT = datetime(1980, 1, 1), datetime(2107, 12, 31)  # noqa: DTZ001


def archive(evidence: Evidence, estimate: Estimate | NotEstimated, links: Links) -> bytes:
    """The zip; the same evidence, estimate and links give the same bytes, for its moments are the day of the data.

    README.txt; <case>.xlsx; package/datapackage.json with package/*.csv; timelinejs.csv; annotations.jsonld;
    entities.ftm.json; what has nothing to hold is left out; verify.py with parts.json, the list that it holds all of
    this against. Names of files are ours, but for the case's, of which letters, digits and hyphens are left.
    """
    files = dict(_files(evidence, estimate, links))
    return zipped({**files, LIST: listed(files, evidence)}.items(), moment_of(evidence.case.as_of).timetuple()[:6])


def moment_of(as_of: date) -> datetime:
    """The one moment of an export, as far as a zip can tell it."""
    return min(max(datetime(as_of.year, as_of.month, as_of.day), FIRST_MOMENT), LAST_MOMENT)  # noqa: DTZ001


def parts(evidence: Evidence) -> tuple[Part, ...]:
    """The files of the zip, as the readme names them; one in which nothing would stand is not made."""
    kept = [
        Part(f"{package.slug(evidence.case.title)}.xlsx", "all tables as a workbook, with codebook.", workbook.CANNOT),
        Part(f"{FOLDER}/", "all tables as CSV, with datapackage.json (Frictionless Data Package).", package.CANNOT),
    ]
    if timelinejs.placed(evidence):
        kept.append(Part(TIMELINE, f"the timeline, for TimelineJS.{_left_out(evidence)}", timelinejs.CANNOT))
    if evidence.claims:
        kept.append(Part(ANNOTATIONS, "the claims, as W3C Web Annotations.", annotations.CANNOT))
    if told := entities.told(evidence):
        kept.append(Part(ENTITIES, f"{told}, as FollowTheMoney entities.", entities.cannot(evidence)))
    verifies = "run with Python, it says whether these files and every quote are as they were written."
    kept.append(Part(VERIFY, verifies, ()))
    kept.append(Part(LIST, "what it holds them against: the SHA-256 of each.", ()))
    return tuple(kept)


def _left_out(evidence: Evidence) -> str:
    many = len(timelinejs.left_out(evidence))
    events = "1 event is" if many == 1 else f"{many:,} events are"
    return f" {events} left out, because the year is not known." if many else ""


def _files(evidence: Evidence, estimate: Estimate | NotEstimated, links: Links) -> Iterator[tuple[str, bytes]]:
    links = taken_along(links)
    made, named = filled(sheets(evidence, estimate, links)), parts(evidence)
    told = readme(made, named, evidence, links)
    yield README, as_text(told)
    yield named[0].name, workbook.workbook(made, told, evidence.case.title, moment_of(evidence.case.as_of))
    for name, content in package.package(made, evidence).items():
        yield f"{FOLDER}/{name}", content
    # No number of the model stands in these: whatever the reader assumes, their ids stay the same.
    plain = replace(links, kept={})
    for part in named:
        if part.name in WRITERS:
            yield part.name, WRITERS[part.name](evidence, plain)
    yield VERIFY, verifier()
