"""The table for Data Merge, read again as a merge program reads it."""

import csv
import io
import re

from sitegen.cards.codes import Code
from sitegen.cards.merge import file_name, merge_table
from tests.cards.samples import invented


def test_the_table_read_again_names_every_code_and_its_files() -> None:
    codes = (*invented(12), Code(13, "A.B$C/D+E%F G"))
    data = merge_table(codes, "personal")
    read = list(csv.DictReader(io.StringIO(data.decode("ascii"), newline="")))
    assert list(read[0]) == ["number", "code", "@qr", "@code39"]
    assert [(int(row["number"]), row["code"]) for row in read] == [(one.number, one.text) for one in codes]
    assert read[0]["@qr"] == "personal-qr-0001.pdf"
    assert read[12]["@code39"] == "personal-code39-0013.pdf"


def test_it_reads_alike_in_every_encoding_and_on_every_system() -> None:
    data = merge_table(invented(3), "community")
    assert data.decode("ascii") == data.decode("utf-8") == data.decode("cp1252") == data.decode("mac_roman")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r") == 4
    # without folders: neither / nor \ nor : is a stroke on both systems
    assert re.search(rb"[/\\:]", b"".join(re.findall(rb"community-\S+", data))) is None


def test_running_numbers_sort_as_names() -> None:
    names = [file_name("personal", "qr", number, 12345) for number in (1, 9, 10, 999, 12345)]
    assert names == sorted(names)
    assert names[0] == "personal-qr-00001.pdf"
