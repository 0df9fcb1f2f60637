"""The list of what stands in a data zip, each with its sum, under a seal: verify.py, beside it, reads it."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from data.export import verify
from data.export.reading import FOLDER
from data.files.spreadsheet import neutral
from data.models.evidence import Evidence

VERIFY, LIST = "verify.py", verify.LIST
QUOTES = f"{FOLDER}/claims.csv"


def verifier() -> bytes:
    """The program that verifies an edition or an unpacked data zip; it needs nothing of this project."""
    return Path(verify.__file__).read_bytes()


def listed(files: Mapping[str, bytes], evidence: Evidence) -> bytes:
    """parts.json: every file and every quote by its SHA-256, and the seal of the list itself."""
    parts: list[dict[str, Any]] = [{"name": f"File {name}", "key": name, "sha256": _sum(files[name])} for name in files]
    for claim in evidence.claims:
        place = {
            "key": QUOTES,
            "row": claim.id,
            "column": "quote",
            "skip": len(neutral(claim.quote)) - len(claim.quote),
        }
        parts.append({"name": f"Quote of claim {claim.id}", **place, "sha256": _sum(claim.quote.encode())})
    of_all = {"barrelwatch:seal": f"sha256:{verify.ZEROS.decode()}", "parts": parts}
    content = f"{json.dumps(of_all, ensure_ascii=False, indent=0)}\n".encode()
    return content.replace(verify.ZEROS, verify.seal_of(content).encode(), 1)


def _sum(content: bytes) -> str:
    return sha256(content).hexdigest()
