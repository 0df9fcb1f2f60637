"""What a slide and a page of notes have around their things, as DrawingML: title, sources, number, and the page."""

from itertools import count

from components.scene.native.drawingml import LANGUAGE, NAMESPACES, Known, named, object_of, words_of
from components.scene.text import cut, lines
from components.scene.things import PALETTE, SOURCE, SOURCE_POINTS, TITLE, TITLE_POINTS, Place, Run, Slide, Text

NUMBER = Place(12.05, 6.6, 0.68, 0.4)
OPEN = "Open this view"
MOST_SOURCE_LINES, MOST_LARGE = 3, 2  # lines; so many where they are larger than usual
SMALLEST_TITLE = 18.0
FIRST = 2  # number of the first object of a slide: 1 is the slide's own


def things(slide: Slide, place_in_deck: int, known: Known) -> str:
    """All objects of a slide in reading order: title, its things, sources, number."""
    numbers = count(FIRST)
    drawn = [_title(slide, next(numbers))]
    drawn += [object_of(thing, numbers, known) for thing in (*slide.things, source(slide))]
    drawn.append(_slide_number(slide, place_in_deck, next(numbers)))
    return f"<p:spTree {NAMESPACES}>{''.join(drawn)}</p:spTree>"


def _title(slide: Slide, number: int) -> str:
    """The title, in the placeholder that outlines and screen readers look for; smaller where it is too wide."""
    points = title_points(slide.title)
    size = f' sz="{points * 100:.0f}"' if points < TITLE_POINTS else ""
    words = words_of(" ".join(slide.title.split()))
    run = f'<a:r><a:rPr lang="{LANGUAGE}"{size}/><a:t>{words}</a:t></a:r>'
    return _placeholder(named("Title", slide.title, number), 'type="title"', f"<a:p>{run}</a:p>")


def title_points(text: str) -> float:
    """The type size at which a title stays on its line, or at the smallest on as many as its place holds."""
    points = TITLE_POINTS
    while points > SMALLEST_TITLE and len(lines(text, TITLE.width, points, bold=True)) > 1:
        points -= 1
    return points


def source(slide: Slide) -> Text:
    """The source lines of a slide, as many as have room; the last ends in the link to the view."""
    points, most = slide.points, MOST_SOURCE_LINES if slide.points == SOURCE_POINTS else MOST_LARGE
    *named, stated = slide.source or ("",)
    first = cut(" ".join(named), SOURCE.width, points, most - 1)
    behind = f"{' · ' if stated else ''}{OPEN}" if slide.link else ""
    most -= len(lines(first, SOURCE.width, points)) if first else 0
    told = cut(stated, SOURCE.width, points, most)
    longest = len(told)
    while told and len(lines(told + behind, SOURCE.width, points)) > most:
        longest -= len(OPEN) // 2
        told = cut(told[:longest], SOURCE.width, points, most).rstrip("…") + "…"
    written = [Run(told + behind.removesuffix(OPEN), colour=PALETTE.secondary)]
    last = (*written, Run(OPEN, colour=PALETTE.model, link=slide.link)) if behind else tuple(written)
    paragraphs = ((Run(first, colour=PALETTE.secondary),), last) if first else (last,)
    alt = "Sources, the day and the version of what is shown, and a link to the view it comes from."
    return Text("Sources", SOURCE, paragraphs, alt, points=points)


def _slide_number(slide: Slide, place_in_deck: int, number: int) -> str:
    """The number of a slide as a field, so that it stays right when slides are moved."""
    size = f' sz="{slide.points * 100:.0f}"' if slide.points != SOURCE_POINTS else ""
    run = (
        f'<a:fld id="{{5C1D2A90-3B7E-4F18-9A64-0E8D7C6B5A43}}" type="slidenum"><a:rPr lang="{LANGUAGE}"{size}/>'
        f"<a:t>{place_in_deck}</a:t></a:fld>"
    )
    name = named("Slide number", "The number of this slide.", number)
    return _placeholder(name, 'type="sldNum" sz="quarter" idx="12"', f"<a:p>{run}</a:p>")


def _placeholder(name: str, kind: str, paragraphs: str) -> str:
    """Text in a place that the layout names."""
    return (
        f'<p:sp><p:nvSpPr>{name}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def page(things: str, kind: str = "sld") -> str:
    """A whole slide around its things, or with `kind` "notes" a page of notes."""
    group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    return (
        f"<p:{kind} {NAMESPACES}><p:cSld><p:spTree>{group}{things}</p:spTree></p:cSld>"
        f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:{kind}>"
    )


def notes(text: str) -> str:
    """The page of notes of a slide, with the picture of the slide and all of a text, line by line."""
    lines = (
        f'<a:p><a:r><a:rPr lang="{LANGUAGE}"/><a:t>{line}</a:t></a:r></a:p>' if line else "<a:p/>"
        for line in words_of(text).split("\n")
    )
    name = named("Notes", "The words behind the slide.", 3)
    told = _placeholder(name, 'type="body" idx="1"', "".join(lines))
    return page(
        f"<p:sp><p:nvSpPr>{named('Slide', 'The slide that these notes belong to.', 2)}<p:cNvSpPr>"
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr/></p:sp>{told}",
        "notes",
    )
