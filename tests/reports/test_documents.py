"""JSON documents that are written while their items arrive."""

from typing import Any

import orjson
import pytest

from unimicro_schema.reports.json import ITEMS, Stream

FRAMES: dict[str, Any] = {
    "the document itself": [ITEMS],
    "the only list": {"results": [ITEMS]},
    "not the last list": {"none": [], "results": [ITEMS], "after": [[], {"[]": "[]"}]},
    "deep down": {"runs": [{"results": [ITEMS], "text": 'ends with ["'}]},
}
"""Documents by where their list of items is."""


def filled(frame: Any, items: list[Any]) -> Any:
    """The frame with the items in their place."""
    if frame == [ITEMS]:
        return items
    if isinstance(frame, dict):
        return {key: filled(value, items) for key, value in frame.items()}
    return [filled(value, items) for value in frame] if isinstance(frame, list) else frame


@pytest.mark.parametrize("items", [[], [{"a": 1}], [{"a": []}, {"b": "[]"}, {}]])
@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES)
def test_a_document_has_its_items_in_their_place_and_is_indented_throughout(frame: Any, items: list[Any]) -> None:
    document = Stream(frame)
    text = document.start + "".join(map(document.item, items)) + document.end()
    assert orjson.loads(text) == filled(frame, items)
    assert text == orjson.dumps(filled(frame, items), option=orjson.OPT_INDENT_2).decode() + "\n"


def test_what_follows_the_items_may_be_known_at_the_end_only() -> None:
    document = Stream({"results": [ITEMS]})
    text = document.start + document.item({"a": 1}) + document.end({"results": [ITEMS], "count": 1})
    assert orjson.loads(text) == {"results": [{"a": 1}], "count": 1}
