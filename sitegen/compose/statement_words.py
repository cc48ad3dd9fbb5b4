"""What the statement's texts say from data: `{standard}` and the like in running words, whole parts alone.

A paragraph that is nothing but `{gaps}` becomes the list of what is known to be lacking, `{supervisor}` the
authority with its page. Both come from `content/statement.yaml`, so that every statement has them (BAR L7).
"""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from sitegen.compose.shown import best
from sitegen.languages.formats import date_text
from sitegen.languages.messages import catalogue
from sitegen.model.document import Block, Inline, Item, Link, List, Paragraph, Text
from sitegen.model.statement import GAPS, PLAIN, SUPERVISOR, StatementFile


def statement_values(facts: StatementFile, lang: str) -> Mapping[str, Text]:
    """The values of the words in running text of `lang`."""
    said = catalogue("words", lang).get(f"statement.{facts.conformance}")
    plain = {name: Text(getattr(facts, name)) for name in PLAIN}
    return plain | {
        "conformance": Text(said),
        "assessed": Text(date_text(facts.assessed, lang)),
        "answer_days": Text(str(facts.answer_days)),
    }


def with_parts(
    blocks: tuple[Block, ...], facts: StatementFile, lang: str, languages: tuple[str, ...]
) -> Iterator[Block]:
    """The blocks with the parts of the data in their places; `languages` are those tried after `lang`."""
    for block in blocks:
        word = _alone(block)
        if word == GAPS:
            yield from _gaps(facts, lang, languages)
        elif word == SUPERVISOR:
            yield Paragraph(tuple(_supervisor(facts, lang, languages)))
        else:
            yield block


def parts_missing(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The parts that a whole statement must have and these blocks have not, as they are written."""
    found = {_alone(block) for block in blocks}
    return tuple(f"{{{word}}}" for word in (GAPS, SUPERVISOR) if word not in found)


def _alone(block: Block) -> str:
    """The word that is all of a paragraph."""
    if (
        not isinstance(block, Paragraph)
        or len(block.children) != 1
        or not isinstance(block.children[0], Text)
    ):
        return ""
    value = block.children[0].value.strip()
    return value[1:-1] if value.startswith("{") and value.endswith("}") else ""


def _gaps(facts: StatementFile, lang: str, languages: tuple[str, ...]) -> Iterator[Block]:
    texts = [text for gap in facts.gaps if (text := best(gap.text, lang, languages))]
    if texts:
        yield List(tuple(Item((Paragraph((text,)),)) for text in texts))


def _supervisor(facts: StatementFile, lang: str, languages: tuple[str, ...]) -> Iterator[Inline]:
    name, page = best(facts.supervisor.name, lang, languages), best(facts.supervisor.page, lang, languages)
    if name:
        yield name
    if page:
        yield Text(": ")
        host = urlsplit(page.value).netloc.removeprefix("www.")
        yield Link(Text(host, ltr=True), page.value)
