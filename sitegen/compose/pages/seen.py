"""What occurs on a page that its one note must tell of: other languages, texts awaiting a reader's review."""

from collections.abc import Iterable

from sitegen.compose.partners import PartnerView
from sitegen.compose.texts import ComposedSection
from sitegen.model.document import Text
from sitegen.structs import Struct


class Seen(Struct, frozen=True):
    """Languages other than the page's, and whether a text awaits its review."""

    languages: frozenset[str] = frozenset()
    review: bool = False

    def __or__(self, other: "Seen") -> "Seen":
        return Seen(self.languages | other.languages, self.review or other.review)


def in_sections(sections: Iterable[ComposedSection]) -> Seen:
    """What whole sections bring."""
    shown = tuple(sections)
    return Seen(
        frozenset(lang for one in shown for lang in one.fallback_langs),
        any(one.awaits_review for one in shown),
    )


def in_partners(partners: Iterable[PartnerView]) -> Seen:
    """What the partners' words bring."""
    return Seen(frozenset(lang for one in partners for lang in one.fallback_langs))


def in_texts(*texts: Text | None) -> Seen:
    """What single texts bring; a name is complete in whatever language it is."""
    return Seen(frozenset(one.lang for one in texts if one is not None and one.lang and not one.name))
