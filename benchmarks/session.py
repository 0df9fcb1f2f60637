"""A reader's session without a browser: the messages a browser would send, over the same websocket."""

import time
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from benchmarks.serving import HOST, Served

PATIENCE_S = 60
# Streamlit collects garbage after a run; a reader's next click comes when that is over.
REST_S = 0.15


class Session:
    """One session on one page; it remembers, as the browser does, the page's id and the messages it need not get again.

    Raises RuntimeError if the page shows an error: how fast an error is drawn is nobody's question.
    """

    def __init__(self, server: Served, page: str = "") -> None:
        self._page_name, self._page_hash = page, ""
        self._address = f"{server.address}{page}"
        self._cached: set[str] = set()
        address = f"ws://{HOST}:{server.port}/_stcore/stream"
        self._socket = connect(address, subprotocols=[Subprotocol("streamlit")], max_size=None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._socket.close()

    def run_ms(self, query: str = "") -> float:
        """Run the page once, from rest; milliseconds from the request to the end of the script.

        `query` is what stands in the address behind the question mark.
        """
        time.sleep(REST_S)
        request = self._request(query).SerializeToString()
        start = time.perf_counter()
        self._socket.send(request)
        while not self._take():
            pass
        return (time.perf_counter() - start) * 1_000

    def _request(self, query: str) -> BackMsg:
        message = BackMsg()
        state = message.rerun_script
        state.query_string = query
        state.page_script_hash = self._page_hash
        state.page_name = "" if self._page_hash else self._page_name
        state.cached_message_hashes.extend(self._cached)
        state.context_info.url = self._address
        state.context_info.timezone = "UTC"
        state.context_info.locale = "en-GB"
        state.context_info.color_scheme = "light"
        return message

    def _take(self) -> bool:
        """Take one message; True if it ends the run."""
        content = self._socket.recv(timeout=PATIENCE_S)
        assert isinstance(content, bytes)
        message = ForwardMsg.FromString(content)
        if message.metadata.cacheable:
            self._cached.add(message.hash)
        match message.WhichOneof("type"):
            case "new_session":
                self._page_hash = message.new_session.page_script_hash
            case "navigation":
                self._page_hash = message.navigation.page_script_hash
            case "page_not_found":
                raise RuntimeError(f"there is no page “{self._page_name}”")
            case "delta":
                self._refuse_errors(message)
            case "script_finished":
                ended: bool = message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
                return ended
        return False

    def _refuse_errors(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if element.HasField("exception"):
            raise RuntimeError(f"the page “{self._page_name}” failed: {element.exception.message}")
        if element.HasField("alert") and element.alert.format == element.alert.ERROR:
            raise RuntimeError(f"the page “{self._page_name}” shows an error: {element.alert.body}")
