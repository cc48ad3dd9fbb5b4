"""One sheet as a CSV file, and back. With semicolons and a byte order mark a Finnish Excel opens it."""

import csv
import io

from sitegen.exchange.grid import Grid, Raw
from sitegen.load.encoding import decode
from sitegen.problems import Place, Problem, error
from sitegen.render.escapes import for_csv, from_csv

DELIMITERS = ";,\t"
MARK = "\ufeff"
LONGEST = 2_000_000


def csv_bytes(grid: Grid) -> bytes:
    """The headings, the keys, the rows."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow([for_csv(head.heading) for head in grid.heads])
    writer.writerow([for_csv(head.key) for head in grid.heads])
    writer.writerows([for_csv(cell.text) for cell in row] for row in grid.rows)
    return (MARK + stream.getvalue()).encode("utf-8")


def read_csv(name: str, data: bytes) -> tuple[tuple[Raw, ...], tuple[Problem, ...]]:
    """The cells of a CSV file. Text in another encoding than UTF-8, and too much of it, is a problem."""
    if len(data) > LONGEST:
        return (), (error("exchange-too-big", Place(name), limit=LONGEST // 1_000_000),)
    text, undecoded = decode(name, data)
    if undecoded is not None:
        return (), (error("exchange-csv-encoding", Place(name)),)
    lines = text.split("\n", 2)
    keys = lines[1] if len(lines) > 1 else ""
    delimiter = max(DELIMITERS, key=keys.count)
    cells: dict[tuple[int, int], str] = {}
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for number, row in enumerate(rows, start=1):
            cells |= {(number, column): from_csv(one) for column, one in enumerate(row, start=1) if one}
    except csv.Error:
        return (), (error("exchange-csv-form", Place(name)),)
    return (Raw("", cells),), ()
