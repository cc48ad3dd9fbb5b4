"""Page, PDF and DOCX of a document say the same (BAR D14, P19, C10): blocks compared in order, facts as sets.

Formats cut lines differently and hyphenate, and paper adds addresses after links: so texts are compared
without blanks, hyphens and invisible signs, and what only paper says is taken out.

What is lost is told at the line where its author wrote it (`check.located`); where nobody wrote it, at the
artefact.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain, repeat

from sitegen.check.docx_read import SEVERAL
from sitegen.check.pdf_read import ReadBlock, squeeze
from sitegen.compose.facts import Piece, normalise
from sitegen.languages import table
from sitegen.problems import Place, Problem, Severity, error
from sitegen.structs import Struct

Fact = tuple[str, str]

MOST = 10  # differences that are told: the first tell what went wrong
SHOWN = 80  # characters of a text in a message
NO_PLACES: Mapping[Fact, Place] = {}

_PDF_KINDS = {"H1": "h1", "H2": "h2", "H3": "h3", "H4": "h4", "H5": "h5", "H6": "h6"} | {
    "P": "p",
    "LI": "item",
    "Caption": "caption",
    "TH": "cell",
    "TD": "cell",
    "Figure": "picture",
}
_PRINTED_ADDRESS = re.compile(r"\((?:[\w.]+\.)+[a-z]{2,}(?:/[^()\s]*)?\)")
_SCHEMES = {"tel": "parity-missing-phone", "mailto": "parity-missing-email"}


class _Unit(Struct, frozen=True):
    """A block ready to be compared: `key` is what must be equal, `shown` is for the message."""

    family: str
    lang: str
    key: str
    shown: str
    place: Place = Place()


def pieces_of_pdf(blocks: Iterable[ReadBlock]) -> tuple[Piece, ...]:
    """The blocks of a PDF in the kinds of `compose.facts`; the numbers of lists are left out (BAR P20)."""
    return tuple(
        Piece(_PDF_KINDS[block.kind], _spoken(block), normalise(block.text))
        for block in blocks
        if block.kind in _PDF_KINDS
    )


def compare(
    name_a: str,
    blocks_a: Iterable[Piece],
    name_b: str,
    blocks_b: Iterable[Piece],
    place: Place = Place(),
    places: Sequence[Place] = (),
) -> list[Problem]:
    """The differences of two readings of a document, the first `MOST`; the names say which is which.

    Pieces are compared by headings' levels, language and words, however their words are spread over
    paragraphs. `place` is the artefact that is to be mended, `places` is where the author wrote each block of
    `a`: a difference is told there.
    """
    ours = _units(blocks_a, chain(places, repeat(Place())))
    theirs = _units(blocks_b, repeat(Place()))
    return list(_differences(_Names(name_a, name_b, place), ours, theirs))[:MOST]


def missing_facts(
    name_a: str,
    facts_a: Iterable[Fact],
    name_b: str,
    facts_b: Iterable[Fact],
    place: Place = Place(),
    places: Mapping[Fact, Place] = NO_PLACES,
) -> list[Problem]:
    """What `a` tells and `b` does not: names, conditions, telephone numbers, addresses; sorted.

    Each is told where `places` says that its author wrote it, else at `place`, the artefact.
    """
    known = {_fact_key(fact) for fact in facts_b}
    lost = sorted({fact for fact in facts_a if _fact_key(fact) not in known})
    return [
        error(
            _fact_id(fact),
            places.get(fact, place),
            rule="C10",
            fact=fact[1][:SHOWN],
            a=name_a,
            b=name_b,
        )
        for fact in lost
    ]


class _Names(Struct, frozen=True):
    a: str
    b: str
    place: Place

    def problem(self, id: str, unit: _Unit, **more: str) -> Problem:
        values = {"kind": unit.family, "text": unit.shown, "a": self.a, "b": self.b} | more
        place = unit.place if unit.place.path else self.place
        return Problem(id, Severity.ERROR, place, tuple(sorted(values.items())), "C10")


def _units(blocks: Iterable[Piece], places: Iterable[Place]) -> list[_Unit]:
    return [unit for block, place in zip(blocks, places, strict=False) for unit in _unit(block, place)]


def _unit(block: Piece, place: Place) -> Iterator[_Unit]:
    """A block, words cut at the points between ways to reach somebody, which one format writes as lines."""
    family = _family(block.kind)
    parts = block.text.split("\N{MIDDLE DOT}") if family == "text" else [block.text]
    for part in parts:
        key = _key(part)
        if key:
            yield _Unit(family, _base(block.lang), key, part.strip()[:SHOWN], place)


def _family(kind: str) -> str:
    """What must be the same in every format: levels of headings, cells, pictures; all else is text."""
    if kind in ("cell", "picture") or (kind[:1] == "h" and kind[1:].isdigit()):
        return kind
    return "text"


def _base(lang: str) -> str:
    """The language without country: documents know no plain language (BAR F13)."""
    if table.is_known(lang):
        return table.language(lang).base or lang
    return lang.partition("-")[0]


def _key(text: str) -> str:
    return _PRINTED_ADDRESS.sub("", squeeze(normalise(text)))


def _differences(names: _Names, a: list[_Unit], b: list[_Unit]) -> Iterator[Problem]:
    """In the order of `a`. Equal words in two places are out of order, not lost and added."""
    changes = _changes([one.key for one in a], [one.key for one in b])
    gone = {one.key for kind, i, j, _, _ in changes if kind != "equal" for one in a[i:j]}
    come = {one.key for kind, _, _, i, j in changes if kind != "equal" for one in b[i:j]}
    moved = gone & come
    for kind, a_start, a_end, b_start, b_end in changes:
        old, new = a[a_start:a_end], b[b_start:b_end]
        if kind == "equal":
            for one, other in zip(old, new, strict=True):
                yield from _same_words(names, one, other)
        elif not _same_text(old, new):
            yield from _other_words(names, old, new, moved)


def _changes(a: list[str], b: list[str]) -> list[tuple[str, int, int, int, int]]:
    """How `a` becomes `b`. Most documents are equal, and looking for changes in them would take longest."""
    if a == b:
        return [("equal", 0, len(a), 0, len(b))]
    return list(SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes())


def _same_words(names: _Names, one: _Unit, other: _Unit) -> Iterator[Problem]:
    if one.family != other.family:
        yield names.problem("parity-kind", one, other=other.family)
    if one.lang != other.lang and SEVERAL not in (one.lang, other.lang):
        yield names.problem("parity-language", one, lang_a=one.lang, lang_b=other.lang)


def _same_text(old: Sequence[_Unit], new: Sequence[_Unit]) -> bool:
    """Whether words are only cut differently into paragraphs."""
    if {one.family for one in (*old, *new)} != {"text"}:
        return False
    return "".join(one.key for one in old) == "".join(one.key for one in new)


def _other_words(
    names: _Names, old: Sequence[_Unit], new: Sequence[_Unit], moved: set[str]
) -> Iterator[Problem]:
    if len(old) == len(new) == 1 and old[0].family == new[0].family and not {old[0].key, new[0].key} & moved:
        yield names.problem("parity-changed", old[0], other=new[0].shown)
        return
    for one in old:
        yield names.problem("parity-order" if one.key in moved else "parity-missing", one)
    for one in new:
        if one.key not in moved:
            yield names.problem("parity-added", one)


def _spoken(block: ReadBlock) -> str:
    """The language of all words of a block, or that of the block where they are in several."""
    spoken = {run.lang for run in block.runs if run.text.strip()}
    return spoken.pop() if len(spoken) == 1 else SEVERAL if spoken else block.lang


def _fact_key(fact: Fact) -> Fact:
    kind, said = fact
    return (kind, said.rstrip("/")) if kind == "link" else (kind, _key(said))


def _fact_id(fact: Fact) -> str:
    kind, said = fact
    if kind != "link":
        return "parity-missing-text"
    return _SCHEMES.get(said.partition(":")[0], "parity-missing-link")
