"""Bytes of a content file -> text, or a problem that names the likely encoding (BAR B28-B31, B33, R13)."""

import codecs
import unicodedata

from sitegen.problems import Place, Problem, error

_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode(path: str, data: bytes) -> tuple[str, Problem | None]:
    """The text, NFC, with `\\n` line ends, without a byte order mark; with a problem the text is empty."""
    wide = _wide_encoding(data)
    if wide:
        return "", error("encoding-utf16", Place(path), rule="B31", encoding=wide)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return "", _not_utf8(path, data, fault.start)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text), None


def _wide_encoding(data: bytes) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    # Without a mark: mostly Latin text in UTF-16 has a NUL in every second byte.
    head = data[:400]
    half = len(head) // 2
    if half >= 4 and max(head[0::2].count(0), head[1::2].count(0)) > half * 0.6:
        return "UTF-16"
    return ""


def _not_utf8(path: str, data: bytes, start: int) -> Problem:
    place = _place(path, data, start)
    byte = f"0x{data[start]:02X}"
    if data[start] == 0xED and 0xA0 <= (data[start + 1 : start + 2] or b"\0")[0] <= 0xBF:
        low = (data[start + 2 : start + 3] or b"\0")[0]
        number = 0xD000 | (data[start + 1] & 0x3F) << 6 | low & 0x3F
        return error("character-control", place, rule="B33", code=f"U+{number:04X}")
    letter = _windows_letter(data, start)
    if letter:
        return error("encoding-windows-1252", place, rule="B30", byte=byte, letter=letter, line=place.line)
    return error("encoding-unknown", place, rule="B30", byte=byte, line=place.line)


def _windows_letter(data: bytes, start: int) -> str:
    """The letter the byte is in Windows-1252 if the whole file reads as such, else nothing."""
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return ""
    letter = data[start : start + 1].decode("cp1252")
    return letter if letter.isprintable() else ""


def _place(path: str, data: bytes, offset: int) -> Place:
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    column = (
        len(unicodedata.normalize("NFC", before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace"))) + 1
    )
    return Place(path, line, column)
