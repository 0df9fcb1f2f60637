"""Every page runs once before the first reader comes, so that nobody waits for imports, proofs and first drawings."""

import asyncio
import gc
import logging

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime, SessionClient

from components.pages import PAGES

PATIENCE_S = 120
log = logging.getLogger(__name__)


class Nobody(SessionClient):
    """A session without a browser, which only waits for the end of a run."""

    def __init__(self) -> None:
        self.ended = asyncio.Event()

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        if msg.HasField("script_finished") and msg.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            self.ended.set()


async def run_every_page(runtime: Runtime, base: str) -> None:
    """Run each page once, one after the other, and then leave what stays out of the collection of garbage.

    The collection may be switched off before, because nothing of all this becomes garbage; it is on afterwards.

    A page that does not end in time is named in the log, and the others run: readers may still fare better.
    """
    for entry in PAGES:
        client = Nobody()
        session = runtime.connect_session(client, {})
        message = BackMsg()
        message.rerun_script.page_name = "" if entry.first else entry.name
        message.rerun_script.context_info.url = f"{base}/{'' if entry.first else entry.name}"
        try:
            runtime.handle_backmsg(session, message)
            await asyncio.wait_for(client.ended.wait(), PATIENCE_S)
        except TimeoutError:
            log.warning("the page %s did not end within %d seconds", entry.name, PATIENCE_S)
        finally:
            runtime.close_session(session)
    gc.collect()
    gc.freeze()
    gc.enable()
