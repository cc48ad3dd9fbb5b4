"""What may share a line on paper, and that what is not short never does."""

import pytest

from sitegen.model.document import Block, Contact, Contacts, Heading, Paragraph, Text
from sitegen.render.print_entry import lines


def paragraph(role: str) -> Paragraph:
    return Paragraph((Text(role or "plain"),), role=role)


HEADING = Heading(4, (Text("Uimahalli"),))
CONTACTS = Contacts((Contact("phone", Text("Puh."), (Text("016 000 100"),)),))


def shape(*blocks: Block) -> list[int]:
    found = list(lines(blocks))
    assert [block for line in found for block in line] == list(blocks), "order and number stay"
    return [len(line) for line in found]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (["limit", "limit", "limit"], [3]),
        (["small", "address"], [2]),
        (["small", "address", ""], [3]),
        (["address", "how"], [1, 1]),
        (["", "how", "hours", "small", "small"], [1, 4]),
        (["what", "limit"], [1, 1]),
        (["what", "what"], [1, 1]),
        (["how", "small", "limit"], [2, 1]),
        (["lead", "", ""], [1, 2]),
        (["foot", "foot"], [1, 1]),
        ([], []),
    ],
)
def test_what_belongs_together_shares_a_line(roles: list[str], expected: list[int]) -> None:
    assert shape(*map(paragraph, roles)) == expected


def test_headings_and_contacts_stand_alone() -> None:
    assert shape(HEADING, paragraph(""), paragraph(""), CONTACTS, HEADING, paragraph("")) == [1, 2, 1, 1, 1]
