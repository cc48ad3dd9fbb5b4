"""Faults planted in a finished site, as if its build had made them: the manifest agrees with the files."""

import io
import json
import zipfile
from pathlib import Path

import pikepdf

from sitegen.store.keys import digest
from sitegen.store.publish import MANIFEST


def put(site: Path, path: str, data: bytes) -> None:
    """Write a file of the site and note it in the manifest."""
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_bytes(data)
    noted(site, **{path: digest(data)})


def replace(site: Path, path: str, old: str, new: str) -> None:
    """Replace a text of a file that is there once or more."""
    text = (site / path).read_text("utf-8")
    assert old in text, f"{path}: no {old!r}"
    put(site, path, text.replace(old, new, 1).encode())


def remove(site: Path, path: str) -> None:
    """Take a file away, in the manifest too."""
    (site / path).unlink()
    noted(site, **{path: ""})


def noted(site: Path, **digests: str) -> None:
    """Set digests in the manifest; an empty one takes the file out."""
    manifest = json.loads((site / MANIFEST).read_text("utf-8"))
    manifest["files"] = {k: v for k, v in (manifest["files"] | digests).items() if v}
    (site / MANIFEST).write_text(json.dumps(manifest), "utf-8")


def report_says(site: Path, **values: object) -> None:
    """Change what the build said of itself."""
    manifest = json.loads((site / MANIFEST).read_text("utf-8"))
    manifest_says(site, report=json.dumps(json.loads(manifest["report"]) | values))


def manifest_says(site: Path, **values: object) -> None:
    """Change entries of the manifest."""
    manifest = json.loads((site / MANIFEST).read_text("utf-8"))
    (site / MANIFEST).write_text(json.dumps(manifest | values), "utf-8")


def in_pdf_page(data: bytes, word: str) -> bytes:
    """The PDF with a word written on its first page, in a font of its own, marked as decoration."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier
        )
        name = page.add_resource(pdf.make_indirect(font), pikepdf.Name.Font)
        drawn = f"/Artifact BMC BT {name} 9 Tf 20 20 Td ({word}) Tj ET EMC"
        page.contents_add(pdf.make_stream(drawn.encode()))
        return saved(pdf)


def in_pdf_title(data: bytes, word: str) -> bytes:
    """The PDF with a word at the end of its title."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.docinfo["/Subject"] = f"Ääkkösiä {word}"
        return saved(pdf)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of a PDF, everything compressed."""
    made = io.BytesIO()
    pdf.save(made, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def in_docx(data: bytes, part: str, old: str, new: str) -> bytes:
    """The Word file with a text of a part replaced."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            text = before.read(name)
            if name == part:
                assert old.encode() in text, f"{part}: no {old!r}"
                text = text.replace(old.encode(), new.encode(), 1)
            after.writestr(name, text)
    return made.getvalue()
