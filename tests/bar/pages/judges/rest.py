"""Pictures, forms, the statement, the weight, what moves (A15, A16, A28, A31, A39-A41, A46)."""

import re
from collections.abc import Iterator

from tests.bar.pages.collect import SCRIPT
from tests.bar.pages.site import Site
from tests.site.support.html import Page, words

LONGEST_ALT = 150
NAMES_A_PICTURE = re.compile(
    r"^(kuva|bild|image|picture|photo|graphic|صورة|изображение|фото)\b", re.IGNORECASE
)
FILE_NAME = re.compile(r"\.(png|jpe?g|svg|webp|gif)\b|^(img|dsc)[_-]?\d+$", re.IGNORECASE)
SUPERVISOR = "traficom"
OLD_SUPERVISOR = re.compile(
    r"aluehallintovirasto|\bAVI\b|regionförvaltningsverk|Regional State Administrative", re.IGNORECASE
)
FORMS_OF_NUMBER = "14"


def pictures(page: Page, site: Site) -> Iterator[str]:
    """A15: a picture has words that are no file name, or none on purpose."""
    for picture in page.root.iter("img"):
        alt = picture.get("alt")
        if alt is None:
            yield f"no alternative: {picture.get('src')}"
        elif len(alt) > LONGEST_ALT:
            yield f"{len(alt)} letters: {alt[:60]!r}"
        elif FILE_NAME.search(alt):
            yield f"a file's name: {alt!r}"
        elif NAMES_A_PICTURE.search(alt):
            yield f"says that it is a picture: {alt!r}"
        if not (picture.get("width") and picture.get("height")):
            yield f"no size, so the page jumps: {picture.get('src')}"


def texts_in_pictures(page: Page, site: Site) -> Iterator[str]:
    """A16: no picture of a text; beside a code to scan stands its address in words."""
    for drawing in page.root.xpath("//*[local-name()='svg'][.//*[local-name()='text']]"):
        yield f"a drawing holds words: {words(drawing)[:60]!r}"
    for picture in page.root.xpath("//img[contains(@src, 'qr') or contains(@alt, 'QR')]"):
        block = picture.xpath("ancestor::*[self::section or self::li or self::figure or self::div][1]")
        if not block or not re.search(r"https?://\S+|\w+\.(fi|example)\b", words(block[0])):
            yield f"a code without its address in words: {picture.get('alt')!r}"


def schemes(site: Site) -> Iterator[str]:
    """A28: dark is supported or declined in every style sheet set; what moves asks first."""
    together = "\n".join(site.styles.values())
    if "color-scheme" not in together:
        yield "no style sheet says which schemes it knows"
    if "light dark" in together and "prefers-color-scheme: dark" not in together:
        yield "dark is promised, but has no colours"
    for path, text in site.styles.items():
        if (
            re.search(r"(?<![-\w])(animation|transition)(-\w+)?\s*:", text)
            and "prefers-reduced-motion" not in text
        ):
            yield f"{path}: moves, whatever the reader has asked for"


def forms(page: Page, site: Site) -> Iterator[str]:
    """A31: fields have labels, forms a button and an address, a script's filter a status."""
    for form in page.root.iter("form"):
        fields = [
            one
            for one in form.iter("input", "select", "textarea")
            if one.get("type") not in ("hidden", "submit")
        ]
        for one in fields:
            labels = [words(label) for label in page.root.xpath("//label[@for=$id]", id=one.get("id"))]
            labels += [words(label) for label in one.xpath("ancestor::label")]
            if not any(labels) and not one.get("aria-label"):
                yield f"a field without a label: {one.get('name')!r}"
        if fields and not form.xpath(".//button | .//input[@type='submit']"):
            yield "a form without a button"
        action = page.resolve(str(form.get("action", "")))[0].lstrip("/")
        if fields and action not in site.pages:
            yield f"a form whose answer is no page: {form.get('action')!r}"
        if fields and page.root.xpath(SCRIPT) and not page.root.xpath("//*[@role='status']"):
            yield "a script filters, but no part of the page tells the count"


def feedback(page: Page, site: Site) -> Iterator[str]:
    """A39: the statement tells how to give feedback, to whom, and that an answer comes in 14 days."""
    if not is_statement(page):
        return
    main = page.root.find("body/main")
    if FORMS_OF_NUMBER not in words(main):
        yield "no promise of an answer in 14 days"
    if not main.xpath(".//a[starts-with(@href, 'mailto:') or starts-with(@href, 'tel:')] | .//form"):
        yield "no way to give feedback"


def gaps(page: Page, site: Site) -> Iterator[str]:
    """A40: the statement lists what is known to be missing, and has a date."""
    if not is_statement(page):
        return
    if len(page.root.xpath("//main//h2[following-sibling::*[1][self::ul]]/following-sibling::ul[1]/li")) < 1:
        yield "no list of known gaps"
    if not page.root.xpath("//main//time[@datetime]"):
        yield "no date of the statement"


def supervisor(page: Page, site: Site) -> Iterator[str]:
    """A41: Traficom supervises, with a safe link; nowhere its forerunner."""
    if is_statement(page):
        main = page.root.find("body/main")
        if SUPERVISOR not in words(main).lower():
            yield "the statement does not name Traficom"
        if not main.xpath(".//a[starts-with(@href, 'https://')]"):
            yield "no safe link to the supervisor"
    if found := OLD_SUPERVISOR.search(words(page.root)):
        yield f"an authority that supervises no more: {found[0]!r}"


def is_statement(page: Page) -> bool:
    """Whether it is an accessibility statement."""
    return page.path.endswith("statement/index.html") or page.path.rpartition("/")[2].startswith("statement")


def weight(page: Page, site: Site) -> Iterator[str]:
    """A46: nothing keeps the text from being seen: fonts swap in, scripts wait."""
    for script in page.root.xpath("//script[@src][not(@defer or @async or @type='module')]"):
        yield f"a script that the page waits for: {script.get('src')}"


def faces(site: Site) -> Iterator[str]:
    """A46: while a font is fetched the text stands in another."""
    for path, text in site.styles.items():
        for face in re.findall(r"@font-face\s*\{[^}]*\}", text):
            if not re.search(r"font-display:\s*(swap|fallback|optional)", face):
                yield f"{path}: text waits for a font"
