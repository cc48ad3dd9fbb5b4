"""Everything an order's folder holds, made before anything is written."""

from collections.abc import Mapping

from sitegen.cards.codes import Code
from sitegen.cards.merge import file_name, merge_table
from sitegen.cards.sheets import proof_job, sample_job
from sitegen.cards.symbols import as_pdf, code39_symbol, qr_symbol
from sitegen.languages.messages import Catalogue
from sitegen.render.pdf_job import PdfJob
from sitegen.render.print_html import PrintTheme

SAMPLES = "samples.pdf"
README = "readme.txt"


def table_name(kind: str) -> str:
    """The table for Data Merge."""
    return f"{kind}-cards.csv"


def proof_name(kind: str) -> str:
    """The proofs."""
    return f"{kind}-proof.pdf"


def first_names(kind: str) -> tuple[str, ...]:
    """A name of each kind that an order's folder holds, known before its codes are."""
    symbols = (file_name(kind, symbol, 1, 1) for symbol in ("qr", "code39"))
    return (table_name(kind), proof_name(kind), SAMPLES, README, *symbols)


def files(codes: tuple[Code, ...], kind: str, say: Catalogue) -> Mapping[str, bytes]:
    """The files that need no layout: the table, the symbols, and what to do with them."""
    count = len(codes)
    made = {table_name(kind): merge_table(codes, kind)}
    for code in codes:
        made[file_name(kind, "qr", code.number, count)] = as_pdf(qr_symbol(code.text))
        made[file_name(kind, "code39", code.number, count)] = as_pdf(code39_symbol(code.text))
    words = say.get("cards.readme", table=table_name(kind), proof=proof_name(kind), kind=kind)
    # Notepad of old Windows knows UTF-8 by its mark and lines by both signs.
    made[README] = b"\xef\xbb\xbf" + words.replace("\n", "\r\n").encode() + b"\r\n"
    return made


def jobs(codes: tuple[Code, ...], kind: str, say: Catalogue, theme: PrintTheme) -> Mapping[str, PdfJob]:
    """The files that are laid out: the proofs, and the page of samples."""
    return {
        proof_name(kind): proof_job(codes, kind, say, theme),
        SAMPLES: sample_job(codes, say, theme),
    }
