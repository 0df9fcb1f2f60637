"""Many readers at once: sessions that each ask for another page every few seconds, and how long the slow ones wait."""

import asyncio
import time
from collections.abc import Sequence
from itertools import cycle, islice
from statistics import quantiles
from typing import NamedTuple

from websockets.asyncio.client import ClientConnection, connect

from benchmarks.server import PATIENCE_S, Served
from benchmarks.session import PROTOCOL, Conversation, socket_address

PAUSE_S = 5.0
ROUNDS = 4  # reruns of each reader that count, after the first run


class Waited(NamedTuple):
    """What some readers waited for their pages, in milliseconds: the first page, and every later one."""

    first: tuple[float, ...]
    later: tuple[float, ...]

    @property
    def p95(self) -> float:
        """The 95th percentile of the later ones; infinite if anybody got nothing."""
        return quantiles(self.later, n=20)[-1] if len(self.later) > 1 else float("inf")


def crowd(server: Served, readers: int, pages: Sequence[str], rounds: int = ROUNDS, at_once: bool = False) -> Waited:
    """So many readers, each on another page every PAUSE_S; they come one after another, or all `at_once`.

    Whoever is refused, or waits longer than PATIENCE_S, counts as one that waited for ever.
    """
    return asyncio.run(_crowd(server, readers, pages, rounds, at_once))


async def _crowd(server: Served, readers: int, pages: Sequence[str], rounds: int, at_once: bool) -> Waited:
    delays = [0.0 if at_once else PAUSE_S * place / readers for place in range(readers)]
    tasks = [_reader(server, list(islice(cycle(pages), n, n + rounds + 1)), wait) for n, wait in enumerate(delays)]
    found = await asyncio.gather(*tasks, return_exceptions=True)
    lost = [one for one in found if isinstance(one, BaseException)]
    whole = [one for one in found if not isinstance(one, BaseException)]
    if any(isinstance(one, RuntimeError) for one in lost):  # a page that fails is no slow page
        raise next(one for one in lost if isinstance(one, RuntimeError))
    endless = [float("inf")] * len(lost)
    return Waited(
        (*(one[0] for one in whole), *endless), (*(wait for one in whole for wait in one[1:]), *endless * rounds)
    )


async def _reader(server: Served, pages: Sequence[str], delay: float) -> list[float]:
    await asyncio.sleep(delay)
    said, waited = Conversation(server.address, pages[0]), []
    async with connect(socket_address(server), subprotocols=[PROTOCOL], max_size=None, open_timeout=PATIENCE_S) as wire:
        for page in pages:
            said.open(page)
            begun = time.perf_counter()
            await asyncio.wait_for(_run(wire, said), PATIENCE_S)
            taken = time.perf_counter() - begun
            waited.append(taken * 1_000)
            await asyncio.sleep(max(0.0, PAUSE_S - taken))
    return waited


async def _run(wire: ClientConnection, said: Conversation) -> None:
    await wire.send(said.request())
    while not said.ends_with(await wire.recv()):
        pass
