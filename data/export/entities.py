"""Vessels, sightings, documents and who stands behind them as FollowTheMoney entities, one JSON object a line."""

import hashlib
import json
from collections.abc import Iterator, Sequence

from data.export.entity import Desk, Entity, prefix_dates
from data.frames.graded import judged
from data.models.dates import in_words
from data.models.evidence import Document, Evidence, Origin
from data.models.links import Links
from data.models.record import Sighting, Vessel
from data.texts.addresses import web_address

CANNOT = (
    "Claims, quotes and their places: the model has files, not passages; the Web Annotations carry them.",
    "Events that rest on claims, with their notes: the table of events and the file for TimelineJS carry them.",
    "Statements, notifications, limits, and numbers with their operators: none of them is carried.",
    "Windows: start and end are the first and last day, month or year that the wording allows; notes have the EDTF.",
    "A date without a year: it stands in notes alone.",
    "Modality: only what is quoted has one. Grades: those of documents and origins stand in notes with their reasons.",
    "What kind of organisation stands behind a report: each is a LegalEntity under the name that the dataset gives.",
    "Persons and unnamed sources: they are left out, and so are those who stand behind words alone.",
    "Rows that are superseded or in error: nothing could mark them, so they are left out.",
    "SHA-256: contentHash is a SHA-1; notes have the SHA-256 of a text.",
    "The version of the data: it stands in notes (of a Sanction or link in description), and beside the properties.",
    "Controls, zero-width characters, and line breaks in names and places: FollowTheMoney removes them.",
    "Languages that the model does not know, and the regions of those that it knows.",
)
CANNOT_OF_VESSELS = (
    "Trips that are only counted: a number names no voyage, so no claim and no statement becomes a Trip.",
    "A sighting as a Trip: a Trip leads from one place to another, a sighting has one. It is an Event, not a delivery.",
    "Deadweight: tonnage does not say of what, so the deadweight stands in notes with who gives it.",
    "Who says that a vessel is listed: where the record tells, its note does, and the Sanction repeats it.",
)
STANDS_BEHIND = ("body", "outlet", "analyst")  # origins that have a name and are no person
LISTED = "un_listed"
AUTHORITY = LISTED.partition("_")[0].upper()  # whose list it is, the name of the column says
LANGUAGES = dict(
    pair.split("=")
    for pair in (
        "en=eng fr=fra de=deu ru=rus es=spa nl=nld ro=ron ka=kat ar=ara tr=tur lb=ltz el=ell lt=lit uk=ukr zh=zho "
        "be=bel bg=bul bs=bos ja=jpn cs=ces lv=lav pt=por pl=pol hy=hye hr=hrv hi=hin he=heb uz=uzb mn=mon ur=urd "
        "sq=sqi ko=kor is=isl it=ita et=est no=nor fa=fas sw=swa sl=slv sk=slk az=aze tg=tgk kk=kaz tk=tuk ky=kir "
        "hu=hun da=dan af=afr sv=swe sr=srp id=ind kn=kan mk=mkd mt=mlt ms=msa fi=fin ca=cat ne=nep tl=tgl my=mya "
        "km=khm"
    ).split()
)


def entities(evidence: Evidence, links: Links) -> bytes:
    """All entities, a line each; no bytes at all where there is neither a document nor a vessel nor a sighting.

    PlainText for a document; HyperText for a page that is cited, as the proof of what rests on it; LegalEntity for
    who stands behind a vessel or a sighting; Vessel; Sanction for a vessel that the record has as listed; Event for a
    sound sighting; UnknownLink from a vessel to its sightings and from an origin to what it reports.
    """
    desk = Desk(evidence, links)
    sightings = [sighting for sighting in evidence.sightings if sighting.standing == "sound"]
    behind = _behind(sightings, evidence)
    rows = [
        *(_document(document, desk) for document in evidence.documents),
        *_pages(sightings, desk),
        *(_origin(origin, desk) for origin in behind),
        *(_vessel(vessel, desk) for vessel in evidence.vessels),
        *(_sanction(vessel, desk) for vessel in evidence.vessels if vessel.un_listed == "yes"),
        *(_event(sighting, desk) for sighting in sightings),
        *_joined(sightings, {origin.origin_id for origin in behind}, desk),
    ]
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()


def told(evidence: Evidence) -> str:
    """What of them a case has, in words: "documents and vessels"; empty where it has none."""
    sound = any(sighting.standing == "sound" for sighting in evidence.sightings)
    has = {"documents": evidence.documents, "vessels": evidence.vessels, "sightings": sound}
    *before, last = [name for name, there in has.items() if there] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def cannot(evidence: Evidence) -> tuple[str, ...]:
    """What the model cannot say, a sentence each; of vessels only where the case has some."""
    return (*CANNOT, *(CANNOT_OF_VESSELS if evidence.vessels or evidence.sightings else ()))


def _document(document: Document, desk: Desk) -> Entity:
    link = desk.links.to("documents", document=document.label)
    dates = {
        "published": (document.published, document.published_basis),
        "written": (document.written, document.written_basis),
    }
    days = {name: prefix_dates(text).get("date") for name, (text, _) in dates.items() if text}
    return desk.entity(
        "PlainText",
        desk.id("document", document.id),
        link,
        title=document.title,
        fileName=document.original_name,
        contentHash=hashlib.sha1(document.text.encode(), usedforsecurity=False).hexdigest(),
        mimeType="text/plain",
        encoding="utf-8",
        language=LANGUAGES.get(document.language.partition("-")[0].lower()),
        publisher=document.publisher,
        publishedAt=days.get("published"),
        authoredAt=days.get("written"),
        sourceUrl=(document.address, link),
        notes=(
            *(f"{name.title()}: {_when(text)}, {basis}." for name, (text, basis) in dates.items() if text),
            f"Reliability {document.reliability} (Admiralty scale, A to F): {document.reliability_reason}",
            f"Judged on {judged(document, desk.evidence)}.",
            f"SHA-256 of the text: {document.sha256}.",
            document.note,
            desk.version,
        ),
    )


def _pages(sightings: Sequence[Sighting], desk: Desk) -> Iterator[Entity]:
    """Every page that vessels and sightings cite, once."""
    cited: dict[str, list[Sighting | Vessel]] = {}
    records: list[Sighting | Vessel] = [*desk.evidence.vessels, *sightings]
    for record in records:
        for address in _addresses(record):
            cited.setdefault(address, []).append(record)
    for address, citing in cited.items():
        days = {one.published.isoformat() for one in citing if isinstance(one, Sighting) and one.published}
        link = desk.links.to("record", record=citing[0].record_id)
        yield desk.entity(
            "HyperText",
            desk.id("page", address),
            link,
            summary="Cited: the dataset holds its address and no text.",
            sourceUrl=address,
            publishedAt=sorted(days),
            notes=desk.version,
        )


def _addresses(record: Sighting | Vessel) -> list[str]:
    given = [record.address, record.dwt_address] if isinstance(record, Vessel) else [record.address]
    return list(dict.fromkeys(address for one in given if (address := web_address(one))))


def _proof(record: Sighting | Vessel, desk: Desk) -> list[str]:
    return [desk.id("page", address) for address in _addresses(record)]


def _behind(sightings: Sequence[Sighting], evidence: Evidence) -> list[Origin]:
    named = [origin_id for vessel in evidence.vessels for origin_id in (vessel.origin, vessel.dwt_origin)]
    named += [sighting.origin for sighting in sightings]
    origins = [evidence.origin_by_id.get(origin_id or "") for origin_id in dict.fromkeys(named)]
    return [origin for origin in origins if origin and origin.kind in STANDS_BEHIND]


def _origin(origin: Origin, desk: Desk) -> Entity:
    link = desk.links.to("record")
    known = desk.evidence.origin_by_id
    behind = [known[parent].name if parent in known else parent for parent in origin.derived_from]
    reason = f": {origin.reason}" if origin.reason.strip() else ""
    grade = f"Reliability {origin.reliability} (Admiralty scale, A to F): {origin.reliability_reason}"
    return desk.entity(
        "LegalEntity",
        desk.id("origin", origin.origin_id),
        link,
        name=origin.name,
        sourceUrl=(origin.address, link),
        notes=(
            f"Kind of origin: {origin.kind}.",
            f"Has it from {' and '.join(behind)} ({origin.basis}{reason})." if behind else None,
            grade if origin.reliability else None,
            f"Judged on {judged(origin, desk.evidence)}." if origin.reliability else None,
            desk.version,
        ),
    )


def _vessel(vessel: Vessel, desk: Desk) -> Entity:
    link = desk.links.to("record", record=vessel.vessel_id)
    size = f"{vessel.dwt:.10g} tonnes deadweight, says {vessel.dwt_said_by}." if vessel.dwt is not None else None
    return desk.entity(
        "Vessel",
        desk.id("vessel", vessel.vessel_id),
        link,
        name=vessel.name,
        previousName=vessel.former_names,
        imoNumber=f"IMO{vessel.imo}" if vessel.imo else None,
        topics="sanction" if vessel.un_listed == "yes" else None,
        publisher=vessel.said_by,
        proof=_proof(vessel, desk),
        sourceUrl=link,
        notes=(
            f"Name and number: {vessel.said_by}.",
            size,
            f"{AUTHORITY} listing: {vessel.un_listed}." if vessel.un_listed else None,
            vessel.note,
            desk.version,
        ),
    )


def _sanction(vessel: Vessel, desk: Desk) -> Entity:
    link = desk.links.to("record", record=vessel.vessel_id)
    return desk.entity(
        "Sanction",
        desk.id("sanction", vessel.vessel_id),
        link,
        entity=desk.id("vessel", vessel.vessel_id),
        authority=AUTHORITY,
        listingDate=vessel.listed_on.isoformat() if vessel.listed_on else None,
        recordId=vessel.vessel_id,
        sourceUrl=link,
        description=(vessel.note, desk.version),
    )


def _event(sighting: Sighting, desk: Desk) -> Entity:
    link = desk.links.to("record", record=sighting.record_id)
    vessel = desk.evidence.record_by_id.get(sighting.vessel or "")
    name = vessel.name if isinstance(vessel, Vessel) else "A vessel that is not named"
    return desk.entity(
        "Event",
        desk.id("sighting", sighting.record_id),
        link,
        name=sighting.event if sighting.event.strip() else f"{name} at {sighting.place}",
        summary=f"{name} at {sighting.place}, seen by {sighting.seen_by}. A sighting is no delivery.",
        location=sighting.place,
        **prefix_dates(sighting.date),
        recordId=sighting.record_id,
        publisher=sighting.said_by,
        proof=_proof(sighting, desk),
        sourceUrl=link,
        notes=(f"Date: {_when(sighting.date)}.", _copy(sighting), sighting.note, desk.version),
    )


def _joined(sightings: Sequence[Sighting], behind: set[str], desk: Desk) -> Iterator[Entity]:
    """Vessels with their sightings, and origins with what they report."""
    for vessel in desk.evidence.vessels:
        reported = {"origin of name and number": vessel.origin, "origin of the deadweight": vessel.dwt_origin}
        for role, origin_id in reported.items():
            if origin_id in behind:
                yield _link("origin", str(origin_id), "vessel", vessel.vessel_id, role, desk)
    for sighting in sightings:
        if sighting.vessel:
            yield _link("vessel", sighting.vessel, "sighting", sighting.record_id, "seen", desk)
        if sighting.origin in behind:
            yield _link("origin", sighting.origin, "sighting", sighting.record_id, "origin of the sighting", desk)


def _link(kind: str, key: str, onto: str, record_id: str, role: str, desk: Desk) -> Entity:
    link = desk.links.to("record", record=record_id)
    return desk.entity(
        "UnknownLink",
        desk.id("link", f"{kind} {key} {role} {record_id}"),
        link,
        subject=desk.id(kind, key),
        object=desk.id(onto, record_id),
        role=role,
        recordId=record_id,
        sourceUrl=link,
        description=desk.version,
    )


def _copy(sighting: Sighting) -> str | None:
    return f"Read in a copy; original: {sighting.original}." if sighting.original.strip() else None


def _when(edtf_text: str) -> str:
    return f"{in_words(edtf_text)} (EDTF {edtf_text})"
