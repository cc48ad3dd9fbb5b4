"""The names files and folders may have (DESIGN section 2; BAR B36-B43, R12)."""

import re
import unicodedata

from sitegen.languages.table import codes
from sitegen.load.suggest import suggest
from sitegen.model.sections import OWN_PREFIX, SECTIONS

CONTENT_FILES = (
    "site.yaml",
    "network.yaml",
    "moved.yaml",
    "figures.yaml",
    "statement.yaml",
    "municipalities.csv",
)
YEAR_FILES = ("rules.yaml", "dates.yaml", "populations.csv")
REGION_FILES = ("region.yaml",)
EDITION_FILES = ("edition.yaml", "distributors.yaml", "venues.yaml", "statistics.yaml")
MEDIA = "media"
INBOX = "inbox"
MEDIA_FILE = "media.yaml"
TEXT_FILES = tuple(f"{section}.md" for section in SECTIONS)

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YEAR = re.compile(r"20[0-9]{2}")
_OWN_TEXT = re.compile(rf"{OWN_PREFIX}[a-z0-9]+(?:-[a-z0-9]+)*\.md")
# Windows and file synchronising cannot hold these as folder names (R12).
_DEVICES = (
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
)
# Top-level addresses of the site that are no region, now or likely later.
_ADDRESSES = (
    "assets",
    "media",
    "fonts",
    "static",
    "index",
    "404",
    "sitemap",
    "robots",
    "feed",
    "api",
    "search",
)
# Languages the network's pages may yet come in.
_LANGUAGES_TO_COME = (
    "uk",
    "so",
    "et",
    "fa",
    "ku",
    "es",
    "fr",
    "de",
    "pl",
    "th",
    "tr",
    "vi",
    "zh",
    "se",
    "smn",
    "sms",
)
_IGNORED = re.compile(
    r"\..*|~\$.*|.*~|#.*#|.*\.(?:sw[a-p]|tmp|part|crdownload)|4913|thumbs\.db|desktop\.ini|icon\r"
)
_COPY = re.compile(
    r"(?P<stem>.+?)"
    r"(?: ?\(\d+\)| ?- ?(?:copy|kopio|kopia)(?: ?\(\d+\))?| (?:copy|kopio|kopia)(?: \d+)?| \d)"
    r"(?P<ending>\.\w+)",
    re.IGNORECASE,
)


def is_ignored(name: str) -> bool:
    """Editors' and systems' own files, passed over without a word: `.x`, `x~`, `x.swp`, `Thumbs.db`."""
    return _IGNORED.fullmatch(name.casefold()) is not None


def is_year(name: str) -> bool:
    """Whether a folder's name is a year of this century."""
    return _YEAR.fullmatch(name) is not None


def is_own_text(name: str) -> bool:
    """Whether a file is a region's own further section, `own-<name>.md`."""
    return _OWN_TEXT.fullmatch(name) is not None


def is_region_id(name: str) -> bool:
    """Whether the name has the form of an id: small letters a-z, digits, single hyphens between (S11)."""
    return _ID.fullmatch(name) is not None


def is_reserved(name: str) -> bool:
    """Whether the site or an operating system needs the name itself."""
    return (
        name in _DEVICES
        or name in _ADDRESSES
        or name in _LANGUAGES_TO_COME
        or name in codes()
        or is_year(name)
    )


def as_id(name: str) -> str:
    """The nearest id to a name, empty if nothing of it can stay."""
    letters = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    return "" if is_reserved(found) else found


def without_copy_mark(name: str) -> str:
    """`venues.yaml` for `venues (1).yaml` or `venues - kopio.yaml`; empty if the name has no such mark."""
    found = _COPY.fullmatch(name)
    return f"{found['stem']}{found['ending']}" if found else ""


def nearest_name(name: str, known: tuple[str, ...]) -> str:
    """The known file a misnamed one was most likely meant to be; empty if none is near."""
    plain = without_copy_mark(name) or name
    plain = re.sub(r"\.(?:txt|bak|orig|old)$", "", plain, flags=re.IGNORECASE)
    plain = re.sub(r"\.yml$", ".yaml", plain, flags=re.IGNORECASE)
    plain = re.sub(r"\.markdown$", ".md", plain, flags=re.IGNORECASE)
    if plain in known:
        return plain
    stem, dot, ending = plain.rpartition(".")
    same_kind = [one for one in known if one.endswith(f".{ending.casefold()}")] if dot else []
    found = suggest(stem, (one.rpartition(".")[0] for one in same_kind))
    return next((one for one in same_kind if found and one.rpartition(".")[0] == found), "")
