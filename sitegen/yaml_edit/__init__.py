"""Changes to YAML files that leave every other byte as it is: comments, order, quotes, blank lines.

    edit(text, [Put(("venues", "uimahalli", "answer"), "continues"), Remove(("news",))])

A path names fields by key and items of a list by their `id` or number. The parser's graph gives only where
each value begins and ends; the text itself is cut and joined there. (A round trip through an object tree
would hang a comment on the value before it, where it is lost or strays when that value is removed.)

Values are as in format 1: text, lists, fields. What is written anew is in block style, short lists in
brackets.
"""

from collections.abc import Iterable

from sitegen.yaml_edit.changes import Append, Change, EditError, Path, Put, Remove
from sitegen.yaml_edit.splices import one_round
from sitegen.yaml_edit.tree import plain, value_at
from sitegen.yaml_edit.writing import Value

__all__ = ["Append", "Change", "EditError", "Path", "Put", "Remove", "Value", "edit", "plain", "value_at"]

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def edit(text: str, changes: Iterable[Change]) -> str:
    """The text with the changes made in their order.

    Raises `EditError` for a path that is not there, and for a text that is no YAML of fields. A byte order
    mark and the text's kind of line ends stay.
    """
    head, body = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    waiting = list(changes)
    while waiting:
        body, waiting = one_round(body, waiting)
    return head + body
