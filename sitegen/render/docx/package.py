"""The ZIP of a DOCX written so that the same parts give the same bytes (BAR D15, F6)."""

import zipfile
from io import BytesIO

_DATE = (1980, 1, 1, 0, 0, 0)  # the first that ZIP knows
_UNIX = 3


def packed(data: bytes) -> bytes:
    """A ZIP with its entries sorted, without dates, owners or rights. Raises `zipfile.BadZipFile`."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in sorted(old.namelist()):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            new.writestr(entry, old.read(name))
    return target.getvalue()
