"""Labels packed into rows, in the order in which they come."""

from hypothesis import given, settings
from hypothesis import strategies as st

from components.scene.packing import Extent, packed_in_order


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 300)), max_size=40))
@settings(max_examples=150, deadline=None)
def test_labels_packed_in_order_never_touch(spans: list[tuple[float, float]]) -> None:
    extents = [Extent(start, start + length) for start, length in spans]
    rows = packed_in_order(extents, gap=5)
    for one, first in enumerate(extents):
        for other, second in enumerate(extents[:one]):
            if rows[one] == rows[other]:
                assert first.start >= second.end + 5 or second.start >= first.end + 5


def test_labels_packed_in_order_keep_their_order_from_above() -> None:
    assert packed_in_order([Extent(50, 100), Extent(0, 60), Extent(70, 90)], gap=5) == [0, 1, 1]
