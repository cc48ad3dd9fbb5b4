"""Lines of a text round a place: their beginnings and ends, and whose a comment is."""

import re

_COMMENT = re.compile(r"( *)#")


def line_start(text: str, at: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line after that of a place begins."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def newline(text: str) -> str:
    """The text's kind of line ends."""
    return "\r\n" if "\r\n" in text else "\n"


def block_end(text: str, at: int, column: int) -> int:
    """The end of the lines of a block whose text ends at a place, with its comments, which stand deeper."""
    end = line_end(text, at)
    while (found := _COMMENT.match(text, end)) and len(found[1]) > column:
        end = line_end(text, end)
    return end


def blank_end(text: str, at: int) -> int:
    """The end of the blank lines that begin at a place."""
    while at < len(text) and not text[at : line_end(text, at)].strip():
        at = line_end(text, at)
    return at


def blank_start(text: str, at: int) -> int:
    """Where the blank lines begin that end at a line's beginning."""
    while at > 0 and not text[line_start(text, at - 1) : at].strip():
        at = line_start(text, at - 1)
    return at


def comments_start(text: str, at: int, column: int) -> int:
    """Where the comment begins that stands right above a line and not deeper than a column."""
    while at > 0:
        above = line_start(text, at - 1)
        found = _COMMENT.match(text, above)
        if found is None or len(found[1]) > column:
            break
        at = above
    return at
