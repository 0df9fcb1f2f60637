"""What curators judged and wrote, weighed against the claims it rests on: grades, readings, sentences, the headline."""

from collections.abc import Iterable
from typing import get_args

from data.files.draft import Draft, Placed, Shelf
from data.files.faults import Fault, report
from data.files.tables import EntryT
from data.models.dates import days_allowed
from data.models.evidence import Claim, Evidence, Question, Reading
from data.models.limits import Limit
from data.models.origins import are_independent, independent_origins
from data.models.scope import longer_product
from data.proof.hedges import event_modality_faults
from data.proof.months import month_faults
from data.proof.stated import event_date_faults
from data.proof.wording import Unproven, unproven
from data.reading.questions import check_silence

SHORTEST = {"calendar-year": 365, "twelve-months": 365, "quarter": 89, "month": 28}  # days
READING_REMEDY = "Correct the reading, or the claims of the cells."
# Without all origins nobody can say whether two are independent: then the judgement is neither right nor wrong.
ORIGINS_UNREAD = "origins.csv, of which not all could be read"


def check_judgements(draft: Draft, evidence: Evidence) -> None:
    """Report grades, readings and sentences that their claims contradict; `evidence` holds what is sound so far."""
    for claim in list(draft.claims.sound.values()):
        _check_corroboration(draft, claim, evidence)
        _check_covers(draft, claim, evidence.headline_limit)
        if longer := longer_product(claim.entry, evidence.limits):
            what, remedy = "the words count something narrower, of which a limit speaks", "Copy the product whole."
            report(Fault("product", what, claim.entry.product, longer, remedy, warns=True), draft, draft.claims, claim)
    for event in list(draft.events.sound.values()):
        dates = [text for text in (event.entry.date, event.entry.known) if text]
        claims = _claims(evidence, event.entry.claim_ids)
        _check_words(draft, draft.events, event, "title", event.entry.title, claims, dates)
        _check_words(draft, draft.events, event, "type", event.entry.type, claims, dates)
        documents = {evidence.document_by_id[claim.document] for claim in claims}
        for fault in (*event_date_faults(event.entry, claims, documents), *event_modality_faults(event.entry, claims)):
            report(fault, draft, draft.events, event)
    for question in list(draft.questions.sound.values()):
        _check_cells(draft, question, evidence)
        _check_reading(draft, question, evidence)
    check_silence(draft)
    _check_case_words(draft)
    _check_headline(draft, evidence)
    _check_summary(draft, evidence)


def _check_covers(draft: Draft, placed: Placed[Claim], limit: Limit | None) -> None:
    """Report a number that is said to count for a whole period of the limit, and whose date is shorter than one."""
    claim = placed.entry
    if limit and claim.covers == "period" and claim.date and days_allowed(claim.date) < SHORTEST.get(limit.period, 0):
        what = f'covers is "period", but {claim.date} is shorter than any period of the {limit.name}'
        remedy = 'Write covers = "part" or leave it out, or mend the date.'
        report(Fault("covers", what, claim.date, "", remedy), draft, draft.claims, placed)


def _check_words(
    draft: Draft,
    shelf: Shelf[EntryT],
    placed: Placed[EntryT],
    key: str,
    sentence: str,
    claims: Iterable[Claim],
    also: Iterable[str] = (),
) -> None:
    claims = tuple(claims)
    for lack in _unproven(sentence, claims, also, draft):
        draft.refuse(shelf, placed, key, lack.what, lack.seen, lack.remedy)
    for fault in month_faults(key, sentence, claims, also, _languages(claims, draft)):
        report(fault, draft, shelf, placed)


def _languages(claims: Iterable[Claim], draft: Draft) -> list[str]:
    named = {claim.document for claim in claims}
    return [placed.entry.language for placed in draft.documents.built if placed.id in named]


def _unproven(sentence: str, claims: Iterable[Claim], also: Iterable[str], draft: Draft) -> list[Unproven]:
    claims = tuple(claims)
    return unproven(sentence, claims, also, draft.measures_of("en"), _languages(claims, draft))


def _check_corroboration(draft: Draft, placed: Placed[Claim], evidence: Evidence) -> None:
    claim = placed.entry
    others = _claims(evidence, claim.corroborated_by)
    same = [other.id for other in others if other.document == claim.document]
    if same:
        what, remedy = "a document cannot corroborate itself", "Name claims of other documents."
        draft.refuse(draft.claims, placed, "corroborated_by", what, ", ".join(same), remedy)
    elsewhere = [other for other in others if other.document != claim.document]
    if claim.credibility != 1 or any(are_independent(claim, other, evidence) for other in elsewhere):
        return
    if not draft.origins.complete:
        draft.withhold(draft.claims, placed, [ORIGINS_UNREAD])
        return
    what = "credibility 1 needs a second, independent origin"
    remedy = "Name the corroborating claim in corroborated_by, with an origin of its own, or grade 2 or lower."
    draft.refuse(draft.claims, placed, "credibility", what, "1", remedy)


def _check_cells(draft: Draft, placed: Placed[Question], evidence: Evidence) -> None:
    question = placed.entry
    for number, cell in enumerate(question.cells, 1):
        claims = _claims(evidence, cell.claim_ids)
        strangers = ", ".join(claim.id for claim in claims if claim.document != cell.document)
        if strangers:
            what = f"the cell of {cell.document} names claims of another document"
            remedy = "Move them to the cell of their document."
            draft.refuse(draft.questions, placed, f"cell.{number}.claims", what, strangers, remedy)
        _check_words(draft, draft.questions, placed, f"cell.{number}.words", cell.words, claims)
    documents = [cell.document for cell in question.cells]
    if len(documents) != len(set(documents)):
        draft.refuse(draft.questions, placed, "cell", "a document has two cells", remedy="Join them into one.")
    claims = _claims(evidence, question.claim_ids)
    for key in ("title", "asks", "label"):
        _check_words(draft, draft.questions, placed, key, getattr(question, key), claims)
    _check_words(draft, draft.questions, placed, "why", question.why, claims)


def _check_reading(draft: Draft, placed: Placed[Question], evidence: Evidence) -> None:
    question = placed.entry
    seen = _contradiction(question, evidence)
    if not seen:
        return
    if question.reading == "same-origin" and not draft.origins.complete:
        draft.withhold(draft.questions, placed, [ORIGINS_UNREAD])
        return
    what = f"the claims contradict the reading {question.reading}"
    draft.refuse(draft.questions, placed, "reading", what, seen, READING_REMEDY)


def readings_that_fit(question: Question, evidence: Evidence) -> tuple[Reading, ...]:
    """The readings that the answers of a question allow, whichever it has now, in the order of FORMAT.md."""
    every: tuple[Reading, ...] = get_args(Reading)
    asked = ((reading, question.model_copy(update={"reading": reading})) for reading in every)
    return tuple(reading for reading, one in asked if not _contradiction(one, evidence))


def _contradiction(question: Question, evidence: Evidence) -> str:
    """What speaks against the reading, or nothing."""
    answering = [cell for cell in question.cells if cell.claims]
    claims = [claim for cell in answering for claim in _claims(evidence, cell.claims)]
    with_number = {claim.document for claim in claims if claim.quantity}
    answers = f"{len(answering)} of the documents answer"
    match question.reading:
        case "compatible" | "differ" | "different-things":
            return answers if len(answering) < 2 else ""
        case "against-itself":
            twice = any(len(cell.claims) > 1 for cell in answering)
            return "" if twice else "no document answers with two claims"
        case "same-origin":
            origins = len(independent_origins(claims, evidence))
            stand = f"{origins} known origins stand behind the answers"
            return answers if len(answering) < 2 else stand if origins != 1 else ""
        case "one-document":
            alone = len(answering) == 1 or (question.figure and len(with_number) == 1)
            return "" if alone else answers
        case "check-wording":
            flagged = any(evidence.asks_to_check_wording(claim) for claim in claims)
            return "" if flagged else "no answering claim carries a flag with wording = true"


def _check_case_words(draft: Draft) -> None:
    """Warn of numbers in the words of the case, which stand above every page and rest on nothing."""
    if draft.case is None:
        return
    case = draft.case.entry
    words = {"title": case.title, "question": case.question, "subject.deliveries": case.subject.deliveries}
    for key, sentence in words.items():
        for lack in _unproven(sentence.replace("“", "").replace("”", "").replace('"', ""), (), (), draft):
            remedy = "Say it without the number, or in a title that names its claims."
            draft.warnings.append(draft.case.problem("nothing proves this number", lack.seen, "", remedy, key))


def _check_headline(draft: Draft, evidence: Evidence) -> None:
    if draft.case is None:
        return
    subject = draft.case.entry.subject
    claim = evidence.claim_by_id.get(subject.headline_claim or "")
    if claim and (claim.topic != subject.volume_topic or claim.quantity is None or claim.change):
        what = f"{claim.id} is no volume that could stand on the gauge"
        expected = f"a claim with a number and the topic {subject.volume_topic}"
        remedy = "Name such a claim, or leave the key out."
        problem = draft.case.problem(what, claim.id, expected, remedy, "subject.headline_claim")
        draft.problems.append(problem)


def _check_summary(draft: Draft, evidence: Evidence) -> None:
    if draft.case is None:
        return
    summary = draft.case.entry.source_summary
    # What rests on a claim that is not sound is withheld, not judged.
    if all(claim_id in evidence.claim_by_id for claim_id in summary.claims):
        claims = tuple(_claims(evidence, summary.claims))
        for fault in month_faults("source_summary.text", summary.text, claims, (), _languages(claims, draft)):
            draft.warnings.append(draft.case.problem(fault.what, fault.seen, "", fault.remedy, fault.key))
        for lack in _unproven(summary.text, claims, (), draft):
            problem = draft.case.problem(lack.what, lack.seen, remedy=lack.remedy, key="source_summary.text")
            draft.problems.append(problem)
            draft.summary_withheld = "its claims do not say all of it"


def _claims(evidence: Evidence, claim_ids: Iterable[str]) -> list[Claim]:
    return [evidence.claim_by_id[claim_id] for claim_id in claim_ids if claim_id in evidence.claim_by_id]
