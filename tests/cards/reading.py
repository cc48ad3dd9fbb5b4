"""Pages as pictures, and the symbols that a barcode reader finds on them."""

import io
import subprocess
from pathlib import Path

import zxingcpp
from PIL import Image

DPI = 200
QR, CODE39 = "QR", "Code 39"
_KINDS = {
    QR: (zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.QRCodeModel2),
    CODE39: (zxingcpp.BarcodeFormat.Code39, zxingcpp.BarcodeFormat.Code39Std),
}


def pictures(pdf: bytes, folder: Path) -> list[Image.Image]:
    """Each page as poppler draws it."""
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    subprocess.run(
        ["pdftoppm", "-r", str(DPI), "-gray", "-png", str(path), str(folder / "page")], check=True, timeout=60
    )
    found = sorted(folder.glob("page-*.png"))
    images: list[Image.Image] = [Image.open(io.BytesIO(file.read_bytes())) for file in found]
    for file in found:
        file.unlink()
    return images


def symbols(image: Image.Image) -> list[tuple[str, str]]:
    """Kind and content of every symbol on a picture, sorted."""
    found = zxingcpp.read_barcodes(image)
    return sorted((_kind(one.format), one.text) for one in found)


def _kind(format: zxingcpp.BarcodeFormat) -> str:
    return next((name for name, formats in _KINDS.items() if format in formats), str(format))
