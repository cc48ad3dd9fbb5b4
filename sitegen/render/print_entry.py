"""An entry on paper, of a partner or of whom to ask: what is short stands beside what it belongs to."""

from collections.abc import Iterable, Iterator

from sitegen.model.document import Block, Paragraph

# What a paragraph of a role tells. `small`: before the address whose the place is, later what else to know.
# Without a role: how to get in, or on the back cover who it is.
_TELLS = {
    "": "plain",
    "limit": "condition",
    "address": "where",
    "how": "how",
    "hours": "how",
    "small": "note",
}
_TOGETHER = {("note", "where"), ("where", "plain"), ("how", "note")}


def lines(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks in their order, those together that may share a line where it has room for them.

    These are: the conditions; whose the place is, where, and how to get in; how to ask, when, and notes.
    """
    line: list[Block] = []
    told = ""
    for block in blocks:
        tells = _TELLS.get(block.role, "") if isinstance(block, Paragraph) else ""
        if line and not (tells and (tells == told or (told, tells) in _TOGETHER)):
            yield tuple(line)
            line = []
        line.append(block)
        told = tells
    if line:
        yield tuple(line)
