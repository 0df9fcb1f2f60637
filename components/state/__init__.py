"""The one door to session state: the evidence that is shown, the caches, and the reader's choices in the address."""

from components.state.address import (
    LONGEST_PARAMETER,
    OPENED,
    PARAMETERS,
    base_address,
    both_in_address,
    carry_over,
    citing,
    clear_parameters,
    clicked,
    gather,
    hand_in,
    handed_in,
    in_address,
    keep_slot,
    may_open,
    note_view,
    on_page,
    open_beside,
    page_of_run,
    parameter,
    parameters,
    query,
    refused_parameters,
    set_parameter,
    taken_slot,
)
from components.state.drafts import (
    DRAFT,
    allow_intake,
    draft,
    draft_is_gone,
    draft_name,
    leave_draft,
    may_draft,
    why_gone,
)
from components.state.drafts_held import NoRoom
from components.state.held import held, hold, taken
from components.state.settings import assumption_values, current_settings
from components.state.shown import (
    Shown,
    begin_draft,
    begin_run,
    by_year,
    current,
    current_evidence,
    drawn,
    end_run,
    estimate,
    estimate_of,
    frames,
    frames_of,
    latest,
    made,
    mode,
    palette,
    remember_width,
    search_index,
    volumes,
    width,
)
from components.state.started import SEEDS_VARIABLE, is_own_machine, may_save, seeds_folder, today
from components.state.turns import allow_at_once, in_turn, work
