"""Compile the message catalogues: the `.po` below `sitegen/languages/catalogues` to the `.mo` beside them.

    python -m tools.catalogues            write them
    python -m tools.catalogues --check    only say which are not current (exit 1)

A large domain may have parts: `problems.po` and `problems.d-<part>.po` become one `problems.mo`. The same
sources give the same bytes: of the header only what gettext needs is kept, no dates, no version.
"""

import argparse
import io
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from sitegen.languages.table import language

CATALOGUES = Path(__file__).resolve().parents[1] / "sitegen" / "languages" / "catalogues"


class _PlainCatalog(Catalog):
    """A catalogue whose header says no more than how to read it."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Encoding, language and plural rule."""
        return [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Language", str(self.locale_identifier or "")),
            ("Plural-Forms", self.plural_forms),
        ]


def catalogues(root: Path = CATALOGUES) -> dict[Path, tuple[Path, ...]]:
    """Each `.mo` there should be, with its sources, sorted."""
    found: dict[Path, tuple[Path, ...]] = {}
    for source in sorted(root.glob("*/*.po")):
        target = source.with_name(f"{source.name.partition('.')[0]}.mo")
        found[target] = (*found.get(target, ()), source)
    return found


def compiled(sources: Sequence[Path]) -> bytes:
    """The bytes of the `.mo` for its sources.

    Raises `ValueError` if one cannot be read, or a message is given twice: the last would win without a word.
    """
    locale = language(sources[0].parent.name).locale
    plain = _PlainCatalog(locale=locale, header_comment="")
    ids: list[str] = []
    for source in sources:
        text = source.read_text(encoding="utf-8")
        ids += [line for line in text.splitlines() if line.startswith('msgid "') and line != 'msgid ""']
        for message in read_po(io.StringIO(text), locale=locale, abort_invalid=True):
            if message.id:
                plain[message.id] = message
    twins = sorted(one for one, times in Counter(ids).items() if times > 1)
    if twins:
        raise ValueError(f"{sources[0].parent.name}: given twice: {', '.join(twins)}")
    target = io.BytesIO()
    write_mo(target, plain)
    return target.getvalue()


def is_current(target: Path, sources: Sequence[Path]) -> bool:
    """Whether the `.mo` holds what its sources say."""
    return target.is_file() and target.read_bytes() == compiled(sources)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the catalogues, or with `--check` name those that are not current."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--check", action="store_true", help="write nothing, exit 1 if a catalogue is not current"
    )
    options = parser.parse_args(arguments)
    found = catalogues()
    stale = [target for target, sources in found.items() if not is_current(target, sources)]
    for target in stale:
        if options.check:
            print(f"{target}: not current, run python -m tools.catalogues")
        else:
            target.write_bytes(compiled(found[target]))
            print(target)
    return int(options.check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
