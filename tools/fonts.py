"""Makes the theme's font files from the npm packages pinned in package.json: `make fonts`.

For print each face is copied whole (PDF renderers subset by themselves, and one full TrueType file per
script is what keeps extracted text right). For the web each face is cut down to the letters that the pages'
languages need. The same packages give the same bytes, so `python -m tools.fonts --check` can compare.
"""

import argparse
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from sitegen.structs import Struct

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
TARGET = ROOT / "themes" / "kaiku" / "fonts"

ATKINSON = "@expo-google-fonts/atkinson-hyperlegible-next"
ATKINSON_WEB = "@fontsource-variable/atkinson-hyperlegible-next"
PLEX = "@expo-google-fonts/ibm-plex-sans-arabic"
NOTO = "@expo-google-fonts/noto-sans"

# Finnish, Swedish, English and their punctuation.
LATIN = "20-7E A0-AC AE-FF 2013-2014 2018-201A 201C-201E 2022 2026 20AC 2212"
# Letters of names and loan words (š, ž, č ...), fetched by a browser only where they stand.
LATIN_EXTENDED = (
    "100-107 10A-113 116-11B 11E-123 126-127 12A-12B 12E-131 136-137 139-13E 141-148 150-155 158-15B"
)
LATIN_EXTENDED += " 15E-165 16A-16B 16E-17E 218-21B 1E9E"
# Arabic letters, vowel marks, digits and punctuation, with the Persian letters found in names.
ARABIC = "60C 61B 61F 621-63A 640-652 660-66C 670 67E 686 698 6A9 6AF 6CC"
# One face for whole pages in Russian and Ukrainian, and in the Sámi languages with their letters.
CYRILLIC = "20-7E A0-17F 1B7 1E4-1E9 1EE-1EF 292 2B9 2BC 2C8 300-301 400-45F 490-491"
CYRILLIC += " 2010-2015 2018-201E 2020-2022 2026 202F 2030 2032-2033 2039-203A 20AC 2116 2122 2190-2193 2212"

FEATURES = [
    "calt",
    "ccmp",
    "fina",
    "init",
    "isol",
    "kern",
    "liga",
    "locl",
    "mark",
    "medi",
    "mkmk",
    "rlig",
    "tnum",
]


class Font(Struct, frozen=True):
    """One file of the theme: its name, where it comes from, how it is made and what it is for."""

    name: str
    package: str
    source: str
    make: Callable[[Path], bytes]
    purpose: str


def code_points(ranges: str) -> Iterator[int]:
    """The numbers of hexadecimal ranges such as "20-7E A0"."""
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def cut(font: TTFont, ranges: str) -> bytes:
    """The font with the letters of `ranges` only, without hinting, as WOFF2."""
    options = subset.Options()
    options.flavor = "woff2"
    options.drop_tables += ["meta"]
    options.hinting = False
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    # Font files carry the time of their last change; the source's own keeps the bytes the same.
    font.recalcTimestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=list(code_points(ranges)))
    subsetter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def whole(source: Path) -> bytes:
    """The file as it is."""
    return source.read_bytes()


def static(ranges: str, family: str = "") -> Callable[[Path], bytes]:
    """A maker of a subset with one weight; `family` renames it, where the licence reserves the name."""

    def make(source: Path) -> bytes:
        font = TTFont(source)
        if family:
            rename(font, family)
        return cut(font, ranges)

    return make


def variable(ranges: str) -> Callable[[Path], bytes]:
    """A maker of a subset with all weights from 400 to 800."""

    def make(source: Path) -> bytes:
        font = TTFont(source)
        font.recalcTimestamp = False
        instancer.instantiateVariableFont(font, {"wght": (400, 400, 800)}, inplace=True)
        # Read again, since the subsetter expects the tables as they are in a file.
        between = io.BytesIO()
        font.flavor = None
        font.save(between)
        return cut(TTFont(between), ranges)

    return make


def rename(font: TTFont, family: str) -> None:
    """Give the font another family name; the copyright and licence stay as they are."""
    table = font["name"]
    style = table.getDebugName(2)
    joined = f"{family} {style}"
    for name_id in (16, 17, 21, 22, 25):
        table.removeNames(nameID=name_id)
    names = {1: family, 3: joined, 4: joined, 6: joined.replace(" ", "")}
    for record in table.names:
        record.string = names.get(record.nameID, record.toUnicode())


def print_font(package: str, face: str, weight: str) -> Font:
    """A whole TrueType file for PDF and the office formats."""
    name = f"{face}_{weight}.ttf"
    return Font(name, package, f"{weight}/{name}", whole, "print, unchanged")


FONTS = (
    Font(
        "ahn-latin.woff2",
        ATKINSON_WEB,
        "files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
        variable(LATIN),
        "web, Latin letters, weights 400-800",
    ),
    Font(
        "ahn-latin-ext.woff2",
        ATKINSON_WEB,
        "files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
        variable(LATIN_EXTENDED),
        "web, further Latin letters (š, ž, č, ł ...), only where they stand",
    ),
    Font(
        "region-arabic-400.woff2",
        PLEX,
        "400Regular/IBMPlexSansArabic_400Regular.ttf",
        static(ARABIC, "Region Arabic"),
        "web, Arabic letters, for weight 400",
    ),
    Font(
        "region-arabic-700.woff2",
        PLEX,
        "700Bold/IBMPlexSansArabic_700Bold.ttf",
        static(ARABIC, "Region Arabic"),
        "web, Arabic letters, for weights 600-800",
    ),
    Font(
        "noto-sans-400.woff2",
        NOTO,
        "400Regular/NotoSans_400Regular.ttf",
        static(CYRILLIC),
        "web, whole pages in ru, uk and the Sámi languages, for weight 400",
    ),
    Font(
        "noto-sans-700.woff2",
        NOTO,
        "700Bold/NotoSans_700Bold.ttf",
        static(CYRILLIC),
        "web, whole pages in ru, uk and the Sámi languages, for weights 600-800",
    ),
    *(
        print_font(ATKINSON, "AtkinsonHyperlegibleNext", w)
        for w in ("400Regular", "600SemiBold", "800ExtraBold")
    ),
    *(print_font(PLEX, "IBMPlexSansArabic", w) for w in ("400Regular", "600SemiBold", "700Bold")),
    *(print_font(NOTO, "NotoSans", w) for w in ("400Regular", "600SemiBold", "800ExtraBold")),
    Font("OFL-atkinson-hyperlegible-next.txt", ATKINSON, "LICENSE_FONT", whole, "licence"),
    Font("OFL-ibm-plex-sans-arabic.txt", PLEX, "LICENSE_FONT", whole, "licence"),
    Font("OFL-noto-sans.txt", NOTO, "LICENSE_FONT", whole, "licence"),
)

README = """\
# Fonts of the theme

Written by `make fonts` (tools/fonts.py) from npm packages pinned in package.json; edit the
script, not this file.
All are under the SIL Open Font License 1.1, the full text beside each family.

- Atkinson Hyperlegible Next carries Finnish, Swedish and English. It has no ŋ, no ŧ and no Cyrillic.
- Noto Sans carries whole pages and documents that need those: letters of two faces never meet in one word.
- IBM Plex Sans Arabic carries Arabic; its words can be read back from a PDF. "Plex" is a reserved font name,
  so the web subset, which is a changed version, is called Region Arabic.
- Print takes the whole TrueType files, one per script and weight: two subsets of one family and weight in one
  PDF give wrong letters.

| file | bytes | for | from |
| --- | ---: | --- | --- |
"""

UNICODE_RANGES = """
## `unicode-range` of the web fonts

| file | range |
| --- | --- |
"""


def css_ranges(ranges: str) -> str:
    """The ranges as CSS writes them: U+20-7E, U+A0."""
    return ", ".join(f"U+{part}" for part in ranges.split())


def readme(files: dict[str, bytes]) -> bytes:
    """The text of README.md: what each file is, its size and source."""
    rows = "".join(
        f"| `{font.name}` | {len(files[font.name]):,} | {font.purpose} | `{font.package}` |\n"
        for font in FONTS
    )
    used = {
        "ahn-latin": LATIN,
        "ahn-latin-ext": LATIN_EXTENDED,
        "region-arabic-*": ARABIC,
        "noto-sans-*": CYRILLIC,
    }
    ranges = "".join(f"| `{name}` | {css_ranges(value)} |\n" for name, value in used.items())
    return (README + rows + UNICODE_RANGES + ranges).encode()


def make_all() -> dict[str, bytes]:
    """Every file of the folder by its name. Raises FileNotFoundError where a package is not installed."""
    files = {font.name: font.make(PACKAGES / font.package / font.source) for font in FONTS}
    return files | {"README.md": readme(files)}


def main() -> int:
    """Write the files, or with --check only compare them. 1 when something differs."""
    parser = argparse.ArgumentParser(prog="tools.fonts", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing, compare with the files that are there"
    )
    check = parser.parse_args().check
    files = make_all()
    TARGET.mkdir(parents=True, exist_ok=True)
    changed = [
        n for n, data in files.items() if not (TARGET / n).exists() or (TARGET / n).read_bytes() != data
    ]
    stray = sorted(path.name for path in TARGET.iterdir() if path.name not in files)
    for name in changed:
        state = "differs" if check else "written"
        print(f"{state}: {TARGET.relative_to(ROOT) / name}, {len(files[name]):,} bytes")
        if not check:
            (TARGET / name).write_bytes(files[name])
    for name in stray:
        print(f"not made by tools/fonts.py: {TARGET.relative_to(ROOT) / name}")
    return 1 if stray or (check and changed) else 0


if __name__ == "__main__":
    sys.exit(main())
