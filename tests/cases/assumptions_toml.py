"""assumptions.toml for tests, written as a curator would: salt by barge, with the words that are asked for."""

import json
from pathlib import Path

from tests.cases.edit import write

# id, distribution, low, central, high, least, most, step, further keys
FACTORS = (
    ("loadings", "beta", 0, 0.95, 1, 0.5, 1, 0.01, "weight = 40"),
    ("seen", "beta", 0, 0.85, 1, 0.4, 1, 0.01, "weight = 20"),
    ("ship", "fleet", 1, 3, 9, 1, 9, 0.5, "vessels = 15\nspread = 0.45\nuncertainty = 0.12\nsharing = 2"),
    ("load", "pert", 0.5, 0.9, 0.98, 0.3, 1, 0.01, ""),
    ("cargo-share", "triangular", 0.9, 0.95, 0.98, 0.85, 1, 0.01, ""),
    ("barrels-per-tonne", "triangular", 6.62, 7.45, 8.5, 6.6, 8.5, 0.05, ""),
    ("tank", "triangular", 1, 1.1, 1.25, 0.9, 1.4, 0.01, ""),
)


def write_assumptions(folder: Path, record: str, words: str = "An assumption for tests.") -> None:
    """The file in a folder whose trips a record counts; every free text in it is `words`."""
    said = json.dumps(words)
    parts = [
        (
            f'seed = 5\ntrips_records = ["{record}"]\ntrips_unit = "tonne"\nfirst = 2039-03-07\n'
            f"last = 2039-11-05\nspread_reason = {said}\n"
            f'held_against = ["{record}"]\nweaknesses = [{said}]\n'
        )
    ]
    for name, distribution, low, central, high, least, most, step, more in FACTORS:
        parts.append(
            f'[[assumption]]\nid = "{name}"\ntitle = {said}\nunit = {said}\ndistribution = "{distribution}"\n'
            f"low = {low}\ncentral = {central}\nhigh = {high}\nleast = {least}\nmost = {most}\nstep = {step}\n{more}\n"
            f'reason = {said}\nbasis = "judgement"\nsolidity = "unsupported"\n'
            f'if_wrong = {said}\nrecords = ["{record}"]\n'
        )
    parts.append(f"[committee]\nname = {said}\nbarrels_per_tonne = 7.98\nreason = {said}\n")
    parts.append(f"[[load_case]]\nlabel = {said}\nload = 0.5\nreason = {said}\n")
    parts.append(f"[[published]]\nlabel = {said}\nvolume = 8000\nbarrels_per_tonne = 7.5\ngives = 60000\n")
    write(folder / "assumptions.toml", "\n".join(parts))
