"""Write the template that every DOCX starts from: `python -m tools.docx_template [--check]`.

A4, our own styles, no part that Word does not need. Nothing is taken from the template of python-docx, which
brings American language, foreign properties and a thumbnail (BAR F5). It has the tones of bilberry and says
Finnish; `sitegen.render.docx.template` puts the document's tones, sizes and language in their place.
"""

import sys
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from sitegen.render.docx.package import packed
from tools.docx_styles import FONT, MAIN, MONO, XML, numbering, styles
from tools.docx_theme import font_table, theme

TARGET = Path(__file__).resolve().parents[1] / "sitegen" / "render" / "docx" / "template.docx"

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def template() -> bytes:
    """The template's bytes, always the same."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(),
        "word/_rels/document.xml.rels": _relations(
            ("styles", "styles.xml"),
            ("numbering", "numbering.xml"),
            ("settings", "settings.xml"),
            ("footer", "footer1.xml"),
            ("fontTable", "fontTable.xml"),
            ("theme", "theme/theme1.xml"),
        ),
        "word/document.xml": _document(),
        "word/footer1.xml": f"{XML}<w:ftr {MAIN}><w:p/></w:ftr>",
        "word/numbering.xml": numbering(),
        "word/settings.xml": _settings(),
        "word/styles.xml": styles(),
        "word/fontTable.xml": font_table([(FONT, "swiss", "variable"), (MONO, "modern", "fixed")]),
        "word/theme/theme1.xml": theme(FONT),
    }
    plain = BytesIO()
    with zipfile.ZipFile(plain, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed(plain.getvalue())


def _content_types() -> str:
    kinds = {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/word/document.xml": f"{WORD}.document.main+xml",
        "/word/fontTable.xml": f"{WORD}.fontTable+xml",
        "/word/footer1.xml": f"{WORD}.footer+xml",
        "/word/numbering.xml": f"{WORD}.numbering+xml",
        "/word/settings.xml": f"{WORD}.settings+xml",
        "/word/styles.xml": f"{WORD}.styles+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*pairs: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if "/" in kind else f"{RELATION}/{kind}"}"'
        f' Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _core() -> str:
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )


def _document() -> str:
    """One A4 page (11906 by 16838 twentieths of a point), 30 mm at the sides so that lines stay short."""
    return (
        f'{XML}<w:document {MAIN} xmlns:r="{RELATION}"><w:body><w:sectPr>'
        '<w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1361" w:right="1701" w:bottom="1417" w:left="1701" w:header="709" w:footer="680"'
        ' w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _settings() -> str:
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'{XML}<w:settings {MAIN}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="fi-FI" w:bidi="ar-SA"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def main(arguments: Sequence[str]) -> int:
    """Write the template; with `--check` only say whether it is current (exit 1 if not)."""
    made = template()
    if "--check" in arguments:
        return 0 if TARGET.is_file() and TARGET.read_bytes() == made else 1
    TARGET.write_bytes(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
