"""A document tree as DOCX, for Word and LibreOffice: the words of the PDF, to be read, printed or changed."""

from sitegen.render.docx.writer import render_docx

__all__ = ["render_docx"]
