"""What has become of the numbers of a cited view: what they were, what they are, and which change moved them."""

from math import isnan

from components.sentences.against_limit import units
from components.sentences.citation import Altered, Cited, as_said, long_day
from components.sentences.counts import count
from components.theme import modelled, modelled_range, number, quantity, read_by, runs_of_100
from data.frames.newest import how_new
from data.models.changes import Change, Headline
from data.models.evidence import Claim, Evidence
from data.proof.read_by import read_by as reader_of
from data.recording import change_of, changes_since

NO_NUMBER = "no number"


def numbers_in_words(headline: Headline, evidence: Evidence) -> str:
    """The numbers of a headline in one line: "reported > 1,000 tonnes; Salt cap 500; model about 790 (540–1,100)"."""
    limit = evidence.headline_limit.name if evidence.headline_limit else "limit"
    parts = [f"reported {_reported(headline, evidence)}"]
    if not isnan(headline.limit):
        parts.append(f"{limit} {_limit(headline, evidence)}")
    if not isnan(headline.q50):
        parts.append(f"model {_model(headline, evidence)}")
    if not isnan(headline.above):
        parts.append(f"above the {limit} in {runs_of_100(headline.above)} runs")
    return "; ".join(parts)


def effect_in_words(before: Headline | None, after: Headline, evidence: Evidence) -> str:
    """What a change did to the headline; `before` is None for the first recorded state."""
    if before is None:
        return f"the first state: {numbers_in_words(after, evidence)}."
    pairs = {
        "reported": (_reported(before, evidence), _reported(after, evidence)),
        "limit": (_limit(before, evidence), _limit(after, evidence)),
        "model": (_model(before, evidence), _model(after, evidence)),
        "runs above the limit": (runs_of_100(before.above) or NO_NUMBER, runs_of_100(after.above) or NO_NUMBER),
    }
    moved = [f"{what}: {was} → {now}" for what, (was, now) in pairs.items() if was != now]
    return f"{'; '.join(moved)}." if moved else "none."


def change_sentences(
    cited: Cited | Altered | None, now: Headline, evidence: Evidence, as_sourced: bool = True
) -> list[str]:
    """What to say above a view that was cited; nothing if its data and numbers are those it was cited on.

    `now` are the numbers of the view today; `as_sourced` says that they are those of the headline, with no assumption
    and no volume of the reader's own: only then does the record of changes know what they were.
    """
    if cited is None:
        return []
    then = "Then" if as_sourced else "Then, as the link says"
    today = f"The numbers below are those of dataset {evidence.case.version}, {how_new(evidence)}."
    if isinstance(cited, Altered):
        return [f"This link was altered after it was made, or cut short: {cited.why}. {today}"]
    state = change_of(evidence, cited.fingerprint)
    same = bool(evidence.fingerprint) and evidence.fingerprint.startswith(cited.fingerprint)
    was = cited.headline
    if as_sourced and state and was and was != as_said(state.headline):
        doubt = (
            "This link names other numbers than were recorded for its data: it was altered, or made by a version that"
        )
        return [f"{doubt} reckoned differently. {today}"]
    was = was or (state.headline if state and as_sourced else None)
    if same:
        return _reckoned_anew(was, now, then, evidence)
    if state is None and not evidence.complete:
        mend = "until the data are mended, for their record of changes may be withheld"
        return [f"What has become of the data this link was made on cannot be said {mend}. {today}"]
    if state is None:
        said = f" The link itself says: {numbers_in_words(was, evidence)}." if was else ""
        unknown = f"Nobody has recorded the data this link was made on (fingerprint {cited.fingerprint[:12]})"
        return [f"{unknown}: it may be mistyped, or come from another copy.{said} {today}"]
    return [_then_and_now(state, was, now, then, evidence), *_recorded(state, evidence)]


def _reckoned_anew(was: Headline | None, now: Headline, then: str, evidence: Evidence) -> list[str]:
    if was is None or as_said(was) == as_said(now):
        return []
    told = f"{then}: {numbers_in_words(was, evidence)}. Now: {numbers_in_words(now, evidence)}."
    return [f"The data are those this view was cited on, but the numbers are reckoned differently now. {told}"]


def _then_and_now(state: Change, was: Headline | None, now: Headline, then: str, evidence: Evidence) -> str:
    first = (
        f"The data have changed since this view was cited: then dataset {state.version} (fingerprint "
        f"{state.fingerprint[:12]}, recorded on {long_day(state.date)}), now {evidence.case.version} (fingerprint "
        f"{evidence.fingerprint[:12]}, {how_new(evidence)})."
    )
    if was is None:
        return f"{first} What it showed then under these assumptions is not recorded."
    if as_said(was) == as_said(now):
        return f"{first} Its numbers are the same: {numbers_in_words(now, evidence)}."
    return f"{first} {then}: {numbers_in_words(was, evidence)}. Now: {numbers_in_words(now, evidence)}."


def _recorded(state: Change, evidence: Evidence) -> list[str]:
    since = changes_since(evidence, state.fingerprint) or ()
    told, before = [], state.headline
    for change in since:
        effect = effect_in_words(before, change.headline, evidence)
        told.append(
            f"{long_day(change.date)}, dataset {change.version}: {_sentence(change.what)} Why: {_sentence(change.why)} "
            f"Effect on the headline, as sourced: {effect}"
        )
        before = change.headline
    if not since or since[-1].fingerprint != evidence.fingerprint:
        last = f"after {count(len(since), 'recorded change')}" if since else "since"
        told.append(f"The data were changed again {last}, and nobody has recorded what and why.")
    return told


def _reported(headline: Headline, evidence: Evidence) -> str:
    if not headline.operator or isnan(headline.reported):
        return NO_NUMBER
    value = quantity(headline.operator, headline.reported, headline.high)
    words = f"{value} {units(evidence, headline.unit, headline.reported)}"
    same = [claim for claim in evidence.claims if _is_of(claim, headline, evidence)]
    return f"{words}{read_by(reader_of(same))}"


def _is_of(claim: Claim, headline: Headline, evidence: Evidence) -> bool:
    """True if a claim of today has the reported number of a headline."""
    given = claim.quantity if claim.topic == evidence.case.subject.volume_topic else None
    return given is not None and (given.operator, given.unit, given.stated) == (
        headline.operator, headline.unit, headline.reported
    )  # fmt: skip


def _model(headline: Headline, evidence: Evidence) -> str:
    if isnan(headline.q50):
        return NO_NUMBER
    unit = units(evidence, headline.limit_unit, 2)
    return f"about {modelled(headline.q50)} {unit} (90% range {modelled_range(headline.q05, headline.q95)})"


def _limit(headline: Headline, evidence: Evidence) -> str:
    if isnan(headline.limit):
        return NO_NUMBER
    return f"{number(headline.limit)} {units(evidence, headline.limit_unit, headline.limit)}"


def _sentence(text: str) -> str:
    return f"{text.strip().rstrip('.')}."
