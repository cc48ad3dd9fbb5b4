import os
from pathlib import Path

import pytest

from sitegen.load import folders
from sitegen.load.folders import Found, list_folder, read_bytes


def test_a_missing_folder_is_empty(tmp_path: Path) -> None:
    assert list_folder(tmp_path / "none", "none") == folders.Listing()


def test_names_come_sorted_in_nfc_and_lead_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "o\u0308.png").write_bytes(b"x")
    (tmp_path / "b").mkdir()
    listing = list_folder(tmp_path, "media")
    assert [one.shown for one in listing.found] == ["media/b", "media/ö.png"]
    assert read_bytes(listing.files[0], 10) == (b"x", None)


def test_a_name_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"h\xe4.png")).write_bytes(b"x")
    listing = list_folder(tmp_path, "media")
    assert listing.found == ()
    assert [one.id for one in listing.problems] == ["file-name-encoding"]
    assert str(listing.problems[0].place).isprintable()


def test_what_cannot_be_opened_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError

    (tmp_path / "a.yaml").write_bytes(b"x")
    file = list_folder(tmp_path, "regions").files[0]
    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(os, "scandir", refuse)
    data, problem = read_bytes(file, 10)
    assert data is None
    assert problem is not None
    assert problem.id == "file-unreadable"
    assert [one.id for one in list_folder(tmp_path, "regions").problems] == ["folder-unreadable"]


def test_a_file_that_became_a_link_or_a_pipe_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "link").symlink_to("secret")
    os.mkfifo(tmp_path / "pipe")
    link = Found("link", "link", tmp_path / "link", is_folder=False)
    pipe = Found("pipe", "pipe", tmp_path / "pipe", is_folder=False)
    for file, id in ((link, "file-unreadable"), (pipe, "file-special")):
        data, problem = read_bytes(file, 10)
        assert data is None
        assert problem is not None
        assert problem.id == id


def test_a_limit_holds_to_the_byte(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    file = list_folder(tmp_path, "x").files[0]
    assert read_bytes(file, 5) == (b"12345", None)
    assert read_bytes(file, 4)[0] is None
