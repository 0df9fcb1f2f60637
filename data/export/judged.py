"""Tables of what people judged and named: hypotheses and ratings, recorded changes, and the words of the case."""

from data.export.source import Row, Rows, Source
from data.frames.rows import rows_of
from data.models.hypotheses import ranking_frame, ratings_frame


def hypotheses(source: Source) -> Rows:
    if source.evidence.hypotheses:
        for row in rows_of(ranking_frame(source.evidence.hypotheses)):
            yield row | source.link("method")


def ratings(source: Source) -> Rows:
    if source.evidence.hypotheses:
        for row in rows_of(ratings_frame(source.evidence.hypotheses)):
            yield row | source.link("method")


def changes(source: Source) -> Rows:
    for change in source.evidence.changes:
        yield {**dict(change)} | source.link("briefing")


def lanes(source: Source) -> Rows:
    for lane in source.evidence.case.lanes:
        yield {"lane": lane.id, "title": lane.title} | _lane_link(lane.id, source)


def topics(source: Source) -> Rows:
    for topic in source.evidence.case.topics:
        yield {"topic": topic.id, "title": topic.title, "lane": topic.lane} | _lane_link(topic.lane, source)


def units(source: Source) -> Rows:
    for unit in source.evidence.case.units:
        yield {"unit": unit.id, "one": unit.one, "many": unit.many, "words": unit.words} | source.link("volumes")


def flags(source: Source) -> Rows:
    for flag in source.evidence.case.flags:
        own = {"flag": flag.id, "title": flag.title, "meaning": flag.meaning, "wording": flag.wording}
        yield own | source.link("documents")


def _lane_link(lane: str, source: Source) -> Row:
    # The timeline calls a lane in which nothing is drawn one that is not here.
    drawn = any(event.lane == lane for event in source.evidence.events)
    return source.link("timeline", lane=lane) if drawn else source.link("timeline")
