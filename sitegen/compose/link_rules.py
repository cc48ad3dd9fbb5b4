"""What a link in a text may lead to and be called (BAR A12, B87, S02, S31)."""

import re
import unicodedata
from urllib.parse import urlsplit

from sitegen.structs import Struct

INSIDE = ("page", "partner", "section")
OUTSIDE = ("https", "http", "mailto", "tel")
LANGUAGE = "lang"
LONGEST_ADDRESS = 30

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = re.compile(r"https?://[^\s\"'<>\\^`{}|\x00-\x20\x7f-\xa0]+", re.IGNORECASE)
_MAILTO = re.compile(r"mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_TEL = re.compile(r"tel:\+[0-9]{6,15}")
_INSIDE = re.compile(r"(?:page|partner|section):[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"lang:[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_HOST = re.compile(r"[^\W_]+(?:-+[^\W_]+)*")

# Texts that say nothing of the target, in the six languages of the pages (BAR A12).
_VAGUE = frozenset(
    """
    lue lisää|lisää|tästä|täältä|tässä|täällä|tähän|klikkaa|linkki|linkistä|tämä linkki|tästä linkistä
    katso tästä|katso täältä|lue lisää tästä|lue lisää täältä|lue tästä|lisätietoa|lisätietoja
    lataa|lataa tästä|avaa|siirry|sivu|tämä sivu|sivulla|sivulle|tällä sivulla
    här|läs mer|läs mera|läs mer här|läs mera här|klicka|länk|länken|denna länk|den här länken|mer|mera|se här
    mer information|mera information|ladda ner|öppna|sida|sidan|denna sida|den här sidan
    here|click|read more|more|learn more|find out more|see more|more information|more info|link|this link
    this page|page|see here|download|open
    هنا|اقرأ المزيد|المزيد|للمزيد|لمزيد من المعلومات|رابط|الرابط|هذا الرابط|الصفحة|هذه الصفحة|تحميل
    здесь|тут|сюда|отсюда|читать далее|читать дальше|подробнее|подробности|ещё|еще|далее|ссылка|по ссылке
    по этой ссылке|эта страница|страница|скачать
    """.replace("\n", "|").split("|")
)
_PRESS = ("klikkaa ", "klicka ", "click ", "нажмите", "кликните", "انقر ", "اضغط ")
_VAGUE_WORDS = frozenset(word.strip() for word in _VAGUE if word.strip())


class Fault(Struct, frozen=True):
    """What is wrong with a link: the problem's id, the rule, whether it may stand all the same, values."""

    id: str
    rule: str
    stands: bool = False
    values: tuple[tuple[str, str], ...] = ()


def scheme_of(href: str) -> str:
    """The scheme in small letters, empty where there is none."""
    found = _SCHEME.match(href)
    return found.group(1).lower() if found else ""


def address_fault(href: str) -> Fault | None:
    """What is wrong with an address. Only the forms named here pass: an encoded scheme is no scheme."""
    scheme = scheme_of(href)
    if any(unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") for character in href):
        return Fault("link-hidden-character", "S02")
    if not scheme:
        return Fault("link-no-scheme", "B90", values=(("suggestion", _guess(href)),))
    if scheme in ("https", "http"):
        return _web_fault(href, scheme)
    pattern = {"mailto": _MAILTO, "tel": _TEL, LANGUAGE: _LANGUAGE} | dict.fromkeys(INSIDE, _INSIDE)
    if scheme not in pattern:
        return Fault("link-scheme", "S02", values=(("scheme", scheme),))
    return None if pattern[scheme].fullmatch(href) else Fault("link-malformed", "B90")


def _guess(href: str) -> str:
    bare = href.lstrip("/")
    looks_like_host = re.match(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/|$)", bare)
    return f"https://{bare}" if looks_like_host else ""


def _web_fault(href: str, scheme: str) -> Fault | None:
    if not _WEB.fullmatch(href):
        return Fault("link-malformed", "B90")
    try:
        parts = urlsplit(href)
        host, name, _ = parts.hostname or "", parts.username, parts.port
    except ValueError:
        return Fault("link-malformed", "B90")
    labels = host.split(".")
    if name is not None or len(labels) < 2 or not all(_HOST.fullmatch(label) for label in labels):
        return Fault("link-malformed", "B90")
    if any(label.startswith("xn--") or _mixes_scripts(label) for label in labels):
        return Fault("link-lookalike", "S31", stands=True, values=(("host", host),))
    return Fault("link-http", "S45", stands=True) if scheme == "http" else None


def _mixes_scripts(label: str) -> bool:
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in label if letter.isalpha()}
    return len(scripts) > 1 or bool(scripts & {"CYRILLIC", "GREEK"})


def text_fault(text: str) -> Fault | None:
    """What is wrong with a link's text: none at all, one that tells nothing, a long address."""
    said = re.sub(r"[\s.,:;!?…›»>→–-]+", " ", text.casefold()).strip()
    if not said:
        return Fault("link-empty", "A12")
    if said in _VAGUE_WORDS or said.startswith(_PRESS):
        return Fault("link-vague", "A12", stands=True)
    if _ADDRESS.fullmatch(text.strip()) and len(text.strip()) > LONGEST_ADDRESS:
        return Fault("link-address-as-text", "A12", stands=True)
    return None


def bare_addresses(text: str) -> list[re.Match[str]]:
    """Web addresses that stand in a text without being links (B87)."""
    return list(_ADDRESS.finditer(text))
