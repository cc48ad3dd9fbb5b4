"""The table for InDesign's Data Merge: a line for each card with the files of its symbols.

All of it is ASCII, which Data Merge and other merge programs read the same whatever encoding they are set to;
UTF-16 would be needed for other letters only, and some programs do not read it. A heading with `@` is a
picture's. Pictures are named without a folder: beside the table they are found on Windows and macOS alike.
"""

from collections.abc import Iterable

from sitegen.cards.codes import Code

HEADINGS = ("number", "code", "@qr", "@code39")


def file_name(prefix: str, symbol: str, number: int, count: int) -> str:
    """A symbol's file by the card's running number, so that a list of files tells no code (C19)."""
    return f"{prefix}-{symbol}-{number:0{max(4, len(str(count)))}}.pdf"


def merge_table(codes: Iterable[Code], prefix: str) -> bytes:
    """The table. No cell needs quotes: no code holds a comma or a quotation mark."""
    found = tuple(codes)
    lines: list[tuple[str, ...]] = [HEADINGS]
    for code in found:
        names = (file_name(prefix, symbol, code.number, len(found)) for symbol in ("qr", "code39"))
        lines.append((str(code.number), code.text, *names))
    return "".join(f"{','.join(line)}\r\n" for line in lines).encode("ascii")
