"""What stands in the pages and files: link texts, contact details, sizes, and what must not be there."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.site.support.faults import none
from tests.site.support.html import Page, is_outside, read_pages, words
from tests.site.support.run import REPOSITORY

EMPTY_WORDS = {
    "fi": ("lue lisää", "tästä", "täältä", "klikkaa", "klikkaa tästä", "linkki", "lisää"),
    "sv": ("läs mer", "här", "klicka här", "länk", "mer"),
    "en": ("read more", "here", "click here", "link", "more"),
    "ar": ("هنا", "اضغط هنا", "المزيد", "اقرأ المزيد"),
    "ru": ("здесь", "тут", "подробнее", "читать далее", "ссылка"),
}
UNITS = {"kt": 1000, "kB": 1000, "КБ": 1000, "кБ": 1000, "ك.ب": 1000, "كيلوبايت": 1000, "kilotavua": 1000}
UNITS |= {"Mt": 1_000_000, "MB": 1_000_000, "МБ": 1_000_000, "م.ب": 1_000_000, "ميغابايت": 1_000_000}
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.")


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Page]:
    return read_pages(built_site)


def test_no_place_of_the_making_is_told(built_site: Path) -> None:
    """BAR S44: no folder of this machine, no user, in any byte that can be read."""
    here = {str(REPOSITORY), str(Path.home()), "/home/", "/Users/", "/tmp/", "site-packages", "127.0.0.1"}
    here |= {"localhost", ".venv"}
    needles = [needle.encode() for needle in here if len(needle) > 4]
    told = [
        f"{path.relative_to(built_site)}: {needle.decode()}"
        for path in built_site.rglob("*")
        if path.is_file()
        for needle in needles
        if needle in path.read_bytes()
    ]
    none(told)


def test_link_texts_say_where_they_lead(pages: dict[str, Page]) -> None:
    """BAR A12: no empty words, no bare addresses; one text leads to one place on a page."""
    wrong = []
    for page in pages.values():
        stop = EMPTY_WORDS.get(page.language.partition("-")[0], ())
        targets: dict[tuple[str, str], set[str]] = defaultdict(set)
        for link, element in page.links():
            if element.tag != "a":
                continue
            text = element.get("aria-label") or words(element)
            text = text or " ".join(str(alt) for alt in element.xpath(".//img/@alt"))
            if not text or text.lower().strip(" .:") in stop:
                wrong.append(f"{page.path}: {text!r} -> {link}")
            if len(text) > 45 and re.fullmatch(r"(https?://|www\.)\S+", text):
                wrong.append(f"{page.path}: a bare address: {text}")
            part = element.xpath("ancestor::*[self::nav or self::header or self::main or self::footer][1]")
            place = part[0].getroottree().getpath(part[0]) if part else ""
            targets[text, place].add(link if is_outside(link) else the_list("#".join(page.resolve(link))))
        wrong += [
            f"{page.path}: {text!r} leads to {sorted(found)}"
            for (text, _), found in targets.items()
            if len(found) > 1
        ]
    none(wrong)


def the_list(target: str) -> str:
    """The brochure's lists are those of the pages, in another place."""
    return re.sub(r"/brochure/index\.html#(venues|distributors)$", r"/\1/index.html#", target)


def test_telephone_and_mail_links_are_what_they_show(pages: dict[str, Page]) -> None:
    """BAR A03, A10, A11: the number or address itself is the text, isolated on pages from right to left."""
    wrong = []
    for page in pages.values():
        for link, element in page.links():
            scheme, _, value = link.partition(":")
            text = words(element)
            if scheme == "tel":
                digits = re.sub(r"\D", "", text)
                same = re.sub(r"\D", "", value).endswith(digits.lstrip("0").removeprefix("358")) and digits
                if not re.fullmatch(r"\+\d{5,15}", value) or not same:
                    wrong.append(f"{page.path}: {link} shows {text!r}")
            elif scheme == "mailto" and value.partition("?")[0] != text:
                wrong.append(f"{page.path}: {link} shows {text!r}")
            if scheme in ("tel", "mailto") and page.root.get("dir") == "rtl" and not isolated(element):
                wrong.append(f"{page.path}: {text!r} is not isolated")
    none(wrong)


def isolated(element: object) -> bool:
    """Whether an element stands in, is, or holds nothing but a part with its own direction."""
    found = element.xpath(  # type: ignore[attr-defined]
        "ancestor-or-self::*[self::bdi or @dir='ltr'][not(self::html)]"
        " | self::*[not(text()[normalize-space()])]/bdi"
    )
    return bool(found)


def test_file_links_say_language_type_and_true_size(pages: dict[str, Page], built_site: Path) -> None:
    """BAR A13: the size within a tenth of the file's, `type` and `hreflang` as it is."""
    wrong, count = [], 0
    kinds = {".pdf": ("PDF", "application/pdf"), ".docx": ("DOCX", "application/vnd.openxmlformats")}
    for page in pages.values():
        for link, element in page.links():
            path = built_site / page.resolve(link)[0] if not is_outside(link) else Path()
            if element.tag != "a" or path.suffix not in kinds:
                continue
            count += 1
            word, type = kinds[path.suffix]
            text = words(element.getparent()) if not size_in(words(element)) else words(element)
            said = size_in(text)
            lang = path.parent.name
            if (
                word not in text
                or said is None
                or abs(said - path.stat().st_size) > path.stat().st_size * 0.1
            ):
                wrong.append(f"{page.path}: {text!r}: {path.stat().st_size} bytes")
            if not element.get("type", "").startswith(type) or element.get("hreflang", page.language) != lang:
                wrong.append(f"{page.path}: {link}: {element.get('type')} {element.get('hreflang')}")
    assert count > 100
    none(wrong)


def size_in(text: str) -> float | None:
    """The bytes that a text names: `240 kt`, `1,2 MB`."""
    plain = (
        text.translate(DIGITS).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    )
    for unit, factor in UNITS.items():
        if found := re.search(rf"(\d+(?:[.,]\d+)?) ?{re.escape(unit)}", plain):
            return float(found[1].replace(",", ".")) * factor
    return None


def test_pictures_have_alternatives(pages: dict[str, Page]) -> None:
    """BAR A15: an alternative that is no file name and not too long, or none on purpose."""
    wrong = []
    for page in pages.values():
        for picture in page.root.iter("img"):
            alt = picture.get("alt")
            if alt is None or len(alt) > 150 or re.search(r"\.(png|jpe?g|svg|webp)\b", alt):
                wrong.append(f"{page.path}: {picture.get('src')}: {alt!r}")
    none(wrong)


def test_lists_are_lists_and_nothing_hides_in_titles(pages: dict[str, Page]) -> None:
    """BAR A08, A44: no paragraph or line of one that begins with a bullet."""
    wrong = []
    for page in pages.values():
        wrong += [
            f"{page.path}: {words(block)[:60]!r}"
            for block in page.root.iter("p", "li", "dd", "dt", "td")
            if re.match(r"[•·●▪*–-]\s", words(block))
            or any(re.match(r"\s*[•·●▪*–-]\s", line.tail or "") for line in block.iter("br"))
        ]
        wrong += [f"{page.path}: title on <{one.tag}>" for one in page.root.xpath("//body//*[@title]")]
    none(wrong)


def test_no_text_holds_what_was_to_be_filled_in(pages: dict[str, Page]) -> None:
    """No placeholder, template mark, key of a catalogue or private mark is left in words or attributes."""
    wrong = []
    odd = re.compile(
        r"\{[a-z_]+\}|\{\{|\}\}|\{%|%\([a-z]+\)s|\bNone\b|Undefined|object at 0x|[\ue000-\uf8ff]"
    )
    keys = {
        key
        for name in ("ui", "words", "problems", "cli")
        for key in re.findall(
            r'^msgid "([^"]*\.[^"]*)"',
            (REPOSITORY / f"sitegen/languages/catalogues/fi/{name}.po").read_text("utf-8"),
            flags=re.MULTILINE,
        )
    }
    assert len(keys) > 100
    for page in pages.values():
        texts = [str(text) for text in page.root.xpath("//body//text() | //head/title/text() | //@*")]
        wrong += [f"{page.path}: {text.strip()[:80]!r}" for text in texts if odd.search(text)]
        wrong += [f"{page.path}: {text.strip()!r}" for text in texts if text.strip() in keys]
    none(wrong)
