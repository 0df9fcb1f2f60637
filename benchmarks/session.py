"""A reader's session without a browser: the messages a browser would send, over the same websocket."""

import time
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from benchmarks.server import HOST, Served

PATIENCE_S = 60
# Streamlit collects garbage after a run; a reader's next click comes when that is over.
REST_S = 0.15
CHART = "barrelwatch.chart"
PROTOCOL = Subprotocol("streamlit")


class Conversation:
    """What a browser says and remembers on one page: the page's id, and the messages it need not get again.

    Raises RuntimeError if the page shows an error: how fast an error is drawn is nobody's question.
    """

    def __init__(self, address: str, page: str = "") -> None:
        self._address, self._hash, self._cached = address, "", set[str]()
        self.pictured = 0.0  # when the last figure came, on the clock of perf_counter
        self.open(page)

    def open(self, page: str) -> None:
        """Go to another page, by its name in the address; the first one under an empty name."""
        self._page, self._hash = page, ""

    def request(self, query: str = "") -> bytes:
        """The message that asks for the page; `query` is what stands in the address behind the question mark."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string = query
        state.page_script_hash = self._hash
        state.page_name = "" if self._hash else self._page
        state.cached_message_hashes.extend(self._cached)
        state.context_info.url = f"{self._address}{self._page}"
        state.context_info.timezone = "UTC"
        state.context_info.locale = "en-GB"
        state.context_info.color_scheme = "light"
        said: bytes = message.SerializeToString()
        return said

    def ends_with(self, content: str | bytes) -> bool:
        """Take one message; True if it ends the run."""
        assert isinstance(content, bytes)
        message = ForwardMsg.FromString(content)
        if message.metadata.cacheable:
            self._cached.add(message.hash)
        match message.WhichOneof("type"):
            case "new_session":
                self._hash = message.new_session.page_script_hash
            case "navigation":
                self._hash = message.navigation.page_script_hash
            case "page_not_found":
                raise RuntimeError(f"there is no page “{self._page}”")
            case "delta":
                self._look_at(message)
            case "script_finished":
                ended: bool = message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
                return ended
        return False

    def _look_at(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if element.bidi_component.component_name == CHART:
            self.pictured = time.perf_counter()
        if element.HasField("exception"):
            raise RuntimeError(f"the page “{self._page}” failed: {element.exception.message}")
        if element.HasField("alert") and element.alert.format == element.alert.ERROR:
            raise RuntimeError(f"the page “{self._page}” shows an error: {element.alert.body}")


class Session:
    """One session on one page, that waits for each run."""

    def __init__(self, server: Served, page: str = "") -> None:
        self._said = Conversation(server.address, page)
        self._socket = connect(socket_address(server), subprotocols=[PROTOCOL], max_size=None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._socket.close()

    def run_ms(self, query: str = "") -> float:
        """Run the page once, from rest; milliseconds from the request to the end of the script."""
        start = self._run(query)
        return (time.perf_counter() - start) * 1_000

    def pictured_ms(self, query: str = "") -> float:
        """The same, to the last of its figures."""
        start = self._run(query)
        return (self._said.pictured - start) * 1_000

    def _run(self, query: str) -> float:
        time.sleep(REST_S)
        request = self._said.request(query)
        start = time.perf_counter()
        self._socket.send(request)
        while not self._said.ends_with(self._socket.recv(timeout=PATIENCE_S)):
            pass
        return start


def socket_address(server: Served) -> str:
    """Where a browser opens its websocket."""
    return f"ws://{HOST}:{server.port}/_stcore/stream"
