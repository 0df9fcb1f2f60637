"""The pen for files: a slide, or a figure with its sentences, as an SVG image that stands alone.

A slide is drawn from the very things its PowerPoint shapes are made of, a figure from those of its scene.
"""

from collections.abc import Callable
from dataclasses import replace
from html import escape

from components.scene import things
from components.scene.furniture import Scene, across, around_of, furniture
from components.scene.native.charts.svg import columns_drawn, cumulative_drawn
from components.scene.native.frame import NUMBER, source, title_points
from components.scene.placed import Linked, Target, placed, targets
from components.scene.svg_parts import line, look_of, place_here, polygon, polyline, rectangle, units, words_in
from components.scene.text import clean
from components.scene.things import HEIGHT, PALETTE, TITLE, WIDTH, Paragraph, Place, Point, Run
from components.theme import FONT

FRAME_POINTS, HEAD_POINTS, ROW_POINTS = 0.75, 1.5, 0.5
CHEVRON = 0.5  # how far its point stands out, as a share of its smaller side
PAPER = Place(0, 0, WIDTH, HEIGHT)
PIXEL = 1 / 96  # inches
XMLNS = 'xmlns="http://www.w3.org/2000/svg"'


def svg(slide: things.Slide, number: int = 0, of: int = 0) -> str:
    """The slide as an SVG image in hundredths of an inch, on white paper with a thin frame.

    It loads nothing and runs nothing; as a source of an image it is safe whatever the texts are. `number` and `of` tell
    where it stands in the deck; the number is drawn, as on the slide, unless it is 0.
    """
    place = f"Slide {number}{f' of {of}' if of else ''}: " if number else ""
    title = Run(slide.title, bold=True)
    drawn = [
        rectangle(PAPER, PALETTE.paper),
        words_in(things.Text("", TITLE, ((title,),), "", title_points(slide.title), anchor="middle")),
        *(_thing(thing) for thing in (*slide.things, source(slide))),
        _number(number, slide.points) if number else "",
        _frame(),
    ]
    size = f'viewBox="0 0 {units(WIDTH)} {units(HEIGHT)}" role="img" font-family="Arial, Helvetica, sans-serif"'
    return f"<svg {XMLNS} {size}>{_told('title', place + slide.title)}{''.join(drawn)}</svg>"


def unlinked(text: str, _: str) -> Paragraph:
    """Words that lead nowhere."""
    return (Run(text),)


def nowhere(_: str) -> str:
    """Marks that lead nowhere."""
    return ""


def picture(scene: Scene, alt: str, linked: Linked = unlinked, leads: Callable[[str], str] = nowhere) -> str:
    """A figure as an SVG file: title and sources around the plot, words as text, `alt` as its description.

    It is as wide as the narrowest window of its width, in hundredths of an inch of 96 pixels, and loads and runs
    nothing. `linked` gives runs with links, of which those that lead on the web or to a place of the same page are
    links; `leads` gives such a place for what a click on a mark hands over, or nothing.
    """
    around = around_of(scene.words, scene.canvas.look)
    wide, top = across(scene.canvas.look) * PIXEL, around.top * PIXEL
    high = top + (scene.height + around.bottom) * PIXEL
    whole = replace(scene, canvas=replace(scene.canvas, marks=[*scene.canvas.marks, *furniture(scene, around)]))
    place = Place(0, top, wide, high - top)
    drawn = [rectangle(Place(0, 0, wide, high), scene.canvas.look.palette.paper)]
    drawn += map(_thing, placed(whole, place, linked, "Inter"))
    drawn += (_answering(target, leads) for target in targets(whole, place))
    size = f'viewBox="0 0 {units(wide)} {units(high)}" width="{wide / PIXEL:.0f}" height="{high / PIXEL:.0f}"'
    look = f'role="figure" xml:lang="en" lang="en" font-family="{FONT}"'
    told = _told("title", scene.words.title) + _told("desc", alt)
    return f"<svg {XMLNS} {size} {look}>{told}{''.join(drawn)}</svg>"


def _answering(target: Target, leads: Callable[[str], str]) -> str:
    """A mark as a link that is as large as the mark; it is read out by what it says."""
    to = place_here(leads(target.behind))
    if not to:
        return ""
    return f'<a href="{to}">{_told("title", target.told)}{rectangle(target.place, "#FFFFFF", 0.0)}</a>'


def _told(tag: str, words: str) -> str:
    """What a figure is called or shows, for who cannot see it."""
    return f"<{tag}>{escape(' '.join(clean(words).split()), quote=False)}</{tag}>"


def _thing(thing: things.Thing) -> str:
    match thing:
        case things.Text():
            return _text(thing)
        case things.Shape():
            return _shape(thing)
        case things.Line():
            return line(thing.start, thing.end, thing.colour, thing.points, thing.dash)
        case things.Path():
            look = look_of(thing.fill, thing.outline, thing.line_points, thing.dash, thing.opacity)
            return (polygon if thing.closed else polyline)(thing.points, look)
        case things.Table():
            return _table(thing)
        case things.Columns():
            return columns_drawn(thing)
        case things.Cumulative():
            return cumulative_drawn(thing)
        case things.Group():
            return f"<g>{_told('title', thing.alt)}{''.join(map(_thing, thing.things))}</g>"


def _text(text: things.Text) -> str:
    return (rectangle(text.place, text.fill) if text.fill else "") + words_in(text)


def _frame() -> str:
    """Drawn inward, so that it is seen whole."""
    inset = FRAME_POINTS / 72 / 2
    corners = [(inset, inset), (WIDTH - inset, inset), (WIDTH - inset, HEIGHT - inset), (inset, HEIGHT - inset)]
    return polygon(corners, look_of("", PALETTE.ticks, FRAME_POINTS))


def _number(number: int, points: float) -> str:
    words = ((Run(str(number), colour=PALETTE.secondary),),)
    return words_in(things.Text("", NUMBER, words, "", points, "right"))


def _shape(shape: things.Shape) -> str:
    look = look_of(shape.fill, shape.outline, shape.line_points, shape.dash, shape.opacity)
    x, y, width, height = shape.place
    if shape.form == "ellipse":
        middle = f'cx="{units(x + width / 2)}" cy="{units(y + height / 2)}"'
        drawn = f'<ellipse {middle} rx="{units(width / 2)}" ry="{units(height / 2)}"{look}/>'
    else:
        drawn = polygon(_corners(shape), look)
    if not shape.turn % 360:
        return drawn
    return f'<g transform="rotate({shape.turn:.2f} {units(x + width / 2)} {units(y + height / 2)})">{drawn}</g>'


def _corners(shape: things.Shape) -> list[Point]:
    place = shape.place
    x, y, right, bottom, middle = place.x, place.y, place.right, place.bottom, place.y + place.height / 2
    if shape.form == "triangle":
        return [(x + place.width / 2, y), (right, bottom), (x, bottom)]
    if shape.form == "chevron":
        point = min(CHEVRON * min(place.width, place.height), place.width)
        return [(x, y), (right - point, y), (right, middle), (right - point, bottom), (x, bottom), (x + point, middle)]
    return [(x, y), (right, y), (right, bottom), (x, bottom)]


def _table(table: things.Table) -> str:
    """Cells, and the lines of the one style of tables: a thick one below the head, a thin one below each row."""
    drawn, y = [], table.place.y
    for place, (row, height) in enumerate(zip(table.rows, table.heights, strict=True)):
        x = table.place.x
        for cell, width in zip(row, table.widths, strict=True):
            drawn.append(_cell(cell, Place(x, y, width, height), table.points))
            x += width
        y += height
        colour, thick = (PALETTE.grid, ROW_POINTS) if place else (PALETTE.ink, HEAD_POINTS)
        drawn.append(line((table.place.x, y), (x, y), colour, thick))
    return "".join(drawn)


def _cell(cell: things.Cell, place: Place, points: float) -> str:
    fill = rectangle(place, cell.fill) if cell.fill else ""
    return fill + words_in(things.Text("", place, cell.paragraphs, "", points, anchor="middle"))
