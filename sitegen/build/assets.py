"""The theme's and the regions' files as published, each with its digest in its name: none is ever stale."""

from collections.abc import Mapping
from pathlib import Path

from sitegen.compose.texts import Texts
from sitegen.compose.tree import figures
from sitegen.model.colour import tones
from sitegen.model.network import Edition
from sitegen.model.region import DEFAULT_ACCENT
from sitegen.render.html import accent_stylesheet, theme_scripts, theme_stylesheet
from sitegen.store.keys import digest
from sitegen.structs import Struct, field

FOLDER = "assets"
_WEB_FONT = ".woff2"
AT_THE_ROOT = ("favicon.ico", "share.png")
"""Files that others ask for by their plain names: browsers, and whoever shows a page that is shared."""

NATIONAL_ACCENT = "#1f5e4b"


class Assets(Struct, frozen=True):
    """Published files by path, and where each is found: by name, for a region by (region, name)."""

    files: Mapping[str, bytes]
    shared: Mapping[str, str]
    regional: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def path(self, region: str | None, name: str) -> str:
        """The path of an asset as a page of the region asks for it. Raises `KeyError` where there is none."""
        return self.regional.get((region or "", name)) or self.shared[name]


def published_assets(theme: Path, editions: tuple[Edition, ...], texts: Texts) -> Assets:
    """Fonts, style sheet, scripts, mark and tones of the theme, tones and shown pictures of the regions."""
    files: dict[str, bytes] = {}
    shared: dict[str, str] = {}
    regional: dict[tuple[str, str], str] = {}
    for font in sorted((theme / "fonts").glob(f"*{_WEB_FONT}")):
        shared[font.name] = _add(files, font.name, font.read_bytes())
    addresses = {name: path.removeprefix(f"{FOLDER}/") for name, path in shared.items()}
    shared["kaiku.css"] = _add(files, "kaiku.css", theme_stylesheet(theme, addresses).encode())
    for name, text in theme_scripts(theme).items():
        shared[name] = _add(files, name, text.encode())
    shared["touch-icon.png"] = _add(files, "touch-icon.png", (theme / "art/touch-icon.png").read_bytes())
    for name in AT_THE_ROOT:
        files[name] = (theme / "art" / name).read_bytes()
        shared[name] = name
    shared["mark.svg"] = _add(files, "mark.svg", (theme / "art/mark.svg").read_bytes())
    shared["accent.css"] = _add(files, "accent.css", _accent(NATIONAL_ACCENT))
    for edition in editions:
        region = edition.region_id
        accent = _accent(edition.region.accent or DEFAULT_ACCENT)
        regional[region, "accent.css"] = _add(files, "accent.css", accent)
        shown = _shown(edition, texts)
        for media in edition.media:
            if media.name in shown:
                regional[region, media.name] = _add(files, f"{region}-{media.name}", media.data)
    return Assets(files, shared, regional)


def _shown(edition: Edition, texts: Texts) -> frozenset[str]:
    """The pictures that the region's texts show, and its logo."""
    written = texts.regional.get((edition.region_id, edition.year), {}).values()
    names = {figure.media for text in written for figure in figures(text.blocks)}
    return frozenset(names | ({edition.region.logo} if edition.region.logo else set()))


def _accent(colour: str) -> bytes:
    return accent_stylesheet(tones(colour)).encode()


def _add(files: dict[str, bytes], name: str, data: bytes) -> str:
    stem, dot, suffix = name.rpartition(".")
    path = f"{FOLDER}/{stem}-{digest(data)[:10]}{dot}{suffix}"
    files[path] = data
    return path
