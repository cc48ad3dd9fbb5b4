"""The checkers of BAR 1.4 by id: each takes a PDF with what it was made of and tells its faults."""

from collections.abc import Callable, Iterable, Mapping

from tests.bar.documents.checkers.pdf_file import p01, p03, p13, p14, p16, p18, p20
from tests.bar.documents.checkers.pdf_paper import p10, p11, p12, p15, p17, p19
from tests.bar.documents.checkers.pdf_tags import p02, p04, p05, p06, p07, p08, p09
from tests.bar.documents.documents import Printed

Checker = Callable[[Printed], Iterable[str]]

CHECKERS: Mapping[str, Checker] = {
    "P01": p01,
    "P02": p02,
    "P03": p03,
    "P04": p04,
    "P05": p05,
    "P06": p06,
    "P07": p07,
    "P08": p08,
    "P09": p09,
    "P10": p10,
    "P11": p11,
    "P12": p12,
    "P13": p13,
    "P14": p14,
    "P15": p15,
    "P16": p16,
    "P17": p17,
    "P18": p18,
    "P19": p19,
    "P20": p20,
}


def faults(id: str, one: Printed) -> list[str]:
    """What breaks this id in a document."""
    return list(CHECKERS[id](one))
