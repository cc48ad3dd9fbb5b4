"""The words of documents, read without the program's own readers."""

import re
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2


def pdf_text(path: Path) -> str:
    """The text of all pages."""
    document = pypdfium2.PdfDocument(path)
    try:
        parts = []
        for page in document:
            text_page = page.get_textpage()
            parts.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
        return "\n".join(parts)
    finally:
        document.close()


def pdf_bytes(path: Path) -> bytes:
    """Everything in a PDF that is not a glyph: objects and streams unpacked, one after the other."""
    parts = []
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            parts.append(thing.unparse())
            if isinstance(thing, pikepdf.Stream):
                try:
                    parts.append(thing.read_bytes())
                except pikepdf.PdfError:  # pictures
                    parts.append(thing.read_raw_bytes())
    return b"\n".join(parts)


def docx_parts(path: Path) -> dict[str, bytes]:
    """The parts of a Word file."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def docx_text(path: Path) -> str:
    """The words of the body, a line for each paragraph."""
    xml = docx_parts(path)["word/document.xml"].decode()
    return "\n".join(
        "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", paragraph)) for paragraph in xml.split("</w:p>")
    )
