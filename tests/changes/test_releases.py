"""The releases of a changelog, as the page of releases and its feed show them."""

from __future__ import annotations

from datetime import date

import pytest

from unimicro_schema.build.pages import releases as page
from unimicro_schema.build.source import ContractError
from unimicro_schema.changes.changelog import Release, releases

HEAD = "# Changelog\n\nTwo kinds of entries.\n\n"
NEW = "## 1.1.0 (not yet released)\n\n### Contract\n\nA word.\n\n- One.\n\n### Toolkit\n\n- Two.\n\n"
OLD = "## 1.0.0 (2026-02-03)\n\n### Toolkit\n\n- First.\n"
MANY = "\n".join(f"- `Thing.No{number}` is new, and may be absent (property-added)." for number in range(20))


def test_each_release_has_its_version_its_day_and_its_parts() -> None:
    assert releases(HEAD + NEW + OLD) == (
        Release("1.1.0", None, {"Contract": "A word.\n\n- One.", "Toolkit": "- Two."}),
        Release("1.0.0", date(2026, 2, 3), {"Toolkit": "- First."}),
    )
    assert releases(HEAD) == ()


@pytest.mark.parametrize(
    "heading", ["1.0.0", "1.0.0 (soon)", "1.0.0 (2026-02-30)", "1.0.0 (03.02.2026)", "Unreleased", "(2026-02-03)"]
)
def test_a_heading_that_does_not_say_version_and_day_is_refused_with_its_line(heading: str) -> None:
    with pytest.raises(ContractError, match=r"CHANGELOG\.md.*line 5: .*; write '1\.2\.0 \(2026-11-30\)'"):
        page.page(f"{HEAD}## {heading}\n")


def test_the_page_shows_releases_with_their_days_and_anchors_newest_first() -> None:
    text = page.page(HEAD + NEW + OLD)
    lines = [line for line in text.splitlines() if line.startswith(("#", "Not", "Released"))]
    assert lines == [
        "## 1.1.0 { #release-1.1.0 }",
        "Not yet released.",
        "### Contract { #release-1.1.0-contract }",
        "### Toolkit { #release-1.1.0-toolkit }",
        "## 1.0.0 { #release-1.0.0 }",
        "Released on 3 February 2026.",
        "### Toolkit { #release-1.0.0-toolkit }",
    ]


def test_a_long_list_of_changed_fields_is_closed_and_every_other_list_is_open() -> None:
    text = page.page(f"{HEAD}## 1.0.0 (2026-02-03)\n\n### Contract\n\n{MANY}\n\n### Toolkit\n\n" + "- More.\n" * 20)
    assert '??? changes "20 changes"\n\n    - `Thing.No0`' in text
    assert text.count("???") == 1
