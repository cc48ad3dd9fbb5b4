"""The deliveries of a region as a table: the rows that Excel and PDF both show."""

from collections.abc import Sequence

from sitegen.languages.messages import Catalogue
from sitegen.languages.table import language
from sitegen.model.document import Text
from sitegen.structs import Struct
from sitegen.year.deliveries import Amounts, Delivery, total

Value = int | tuple[Text, ...]
"""A count, or words; several texts of a cell stand on lines of their own in print."""

WORDS = 5
"""So many columns hold words: name, organisation, address, town, telephone. The others are counts."""


class Grid(Struct, frozen=True):
    """Headings, a row for each receiver, and the sums. The first column names the receiver."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    sums: tuple[Value, ...]


def grid(found: Sequence[Delivery], title: str, say: Catalogue) -> Grid:
    """The table of deliveries with headings in the reader's language."""
    sums = total(one.amounts for one in found)
    langs = tuple(lang for lang, _ in sums.brochures)
    head = ("name", "organisation", "address", "town", "phone", "cards", "community-cards")
    return Grid(
        title=title,
        head=(
            *(say.get(f"deliveries.head.{name}") for name in head),
            *(brochures_in(lang, say) for lang in langs),
            say.get("deliveries.head.posters"),
        ),
        rows=tuple(_row(one, langs) for one in found),
        sums=((Text(say.get("deliveries.total")),), (), (), (), (), *_counts(sums, langs)),
    )


def brochures_in(lang: str, say: Catalogue) -> str:
    """`Brochures in Finnish`; of a language without its own words its name."""
    if say.has(f"deliveries.brochures.{lang}"):
        return say.get(f"deliveries.brochures.{lang}")
    return say.get("deliveries.brochures", language=language(lang).label)


def _row(one: Delivery, langs: tuple[str, ...]) -> tuple[Value, ...]:
    return (
        (one.name,),
        (one.part_of,) if one.part_of else (),
        one.street,
        (one.town,) if one.town else (),
        (Text(one.phone, ltr=True, whole=True),) if one.phone else (),
        *_counts(one.amounts, langs),
    )


def _counts(given: Amounts, langs: tuple[str, ...]) -> tuple[int, ...]:
    brochures = dict(given.brochures)
    return (
        given.cards,
        given.community_cards,
        *(brochures.get(lang, 0) for lang in langs),
        given.posters,
    )
