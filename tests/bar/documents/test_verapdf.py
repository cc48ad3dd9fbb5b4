"""P20 by a second judge: veraPDF finds nothing in any document, and finds the faults that were planted."""

from pathlib import Path

import pytest

from tests.bar.documents.documents import BOOKLETS, PDFS, printed
from tests.bar.documents.planted.pdf import PLANTED
from tests.bar.documents.planted.plant import sound
from tests.bar.documents.verapdf import verdicts

pytestmark = [pytest.mark.java, pytest.mark.slow]

BREAKS = {
    "not marked as tagged": "6.2-1",
    "no tag tree": "7.1-11",
    "no title": "7.1-9",
    "a level left out": "7.4.2-1",
    "an item without a body": "7.2-20",
    "a picture without words": "7.3-1",
    "the tab key in the order of drawing": "7.18.3-1",
    "a font that is not inside": "7.21.4.1-1",
    "no language at all": "7.2-",
}
"""Planted faults and the rule of ISO 14289-1 that veraPDF must see broken."""


@pytest.fixture(scope="module")
def judged(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All documents and the planted faults in one start of Java."""
    given = {name: printed(name, built_site).data for name in (*PDFS, *BOOKLETS)}
    for planted in PLANTED:
        if planted.name in BREAKS:
            given[planted.name] = planted.spoil(sound(planted.lang)).data
    return verdicts(given, tmp_path_factory.mktemp("verapdf"))


@pytest.mark.parametrize("name", [*PDFS, *BOOKLETS])
def test_p20_verapdf_finds_nothing(name: str, judged: dict[str, str]) -> None:
    assert judged[name] == "ok"


@pytest.mark.parametrize("name", BREAKS)
def test_verapdf_finds_what_was_planted(name: str, judged: dict[str, str]) -> None:
    assert any(rule.startswith(BREAKS[name]) for rule in judged[name].split()), judged[name]
