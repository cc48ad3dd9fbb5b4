"""A document over a megabyte is told at the region's largest picture, else where the brochure is set."""

import pytest

from sitegen.build.making import Made
from sitegen.build.sizes import LIMIT, heavy_documents
from sitegen.languages.messages import PROBLEMS, catalogue
from sitegen.model.edition import MediaDescription
from sitegen.model.network import Edition, MediaFile
from sitegen.problems import Place, error
from tests.builders import edition

PDF, DOCX = "mallila/fi/kaikukortti-esite-mallila-2026-fi.pdf", "mallila/sv/kaikukortti.docx"
SMALL = MediaFile("a.png", b"1" * 2000, MediaDescription(), Place("regions/mallila/media/a.png"))
LARGE = MediaFile(
    "b.png", b"1" * 900_000, MediaDescription(), Place("regions/mallila/media/media.yaml", 9, 5)
)


def made(**sizes: int) -> Made:
    """The PDF and the DOCX of these sizes, the PDF with the verdict of its check."""
    found = Made()
    for path, size in ((PDF, sizes.get("pdf", 10)), (DOCX, sizes.get("docx", 10))):
        found.add(path, b"0" * size, "key")
    if len(found.files[PDF]) >= LIMIT:
        found.problems.append(error("pdf.too-large", Place(PDF), bytes=sizes["pdf"], limit=LIMIT))
    return found


def with_media(*files: MediaFile) -> Edition:
    return edition(media=files)


def test_small_documents_are_no_problem() -> None:
    assert heavy_documents(made(), [with_media(SMALL, LARGE)]) == ()


@pytest.mark.parametrize(("sizes", "name"), [({"pdf": 1_200_000}, PDF), ({"docx": 1_000_000}, DOCX)])
def test_it_is_told_at_the_largest_picture(sizes: dict[str, int], name: str) -> None:
    (found,) = heavy_documents(made(**sizes), [with_media(SMALL, LARGE)])
    assert (found.id, found.place) == ("document-heavy-picture", LARGE.place)
    assert dict(found.values) == {
        "document": name.rpartition("/")[2],
        "size": str(max(sizes.values()) // 1000),
        "limit": "1000",
        "picture": "b.png",
        "picture_size": "900",
    }


def test_several_languages_of_a_region_are_one_problem_with_the_largest() -> None:
    (found,) = heavy_documents(made(pdf=1_100_000, docx=1_500_000), [with_media(LARGE)])
    assert dict(found.values)["document"] == "kaikukortti.docx"


def test_without_pictures_it_is_told_where_the_brochure_is_set() -> None:
    (found,) = heavy_documents(made(pdf=1_100_000), [with_media()])
    assert found.id == "document-heavy"
    assert found.place.path.endswith("edition.yaml")


def test_other_problems_stay() -> None:
    given = made()
    given.problems.append(error("pdf.no-title", Place(PDF)))
    assert heavy_documents(given, [with_media(LARGE)]) == (error("pdf.no-title", Place(PDF)),)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_both_have_their_sentences(lang: str) -> None:
    for media in ((), (LARGE,)):
        (found,) = heavy_documents(made(pdf=1_100_000), [with_media(*media)])
        values: dict[str, object] = dict(found.values)
        for part in ("found", "expected"):
            assert catalogue(PROBLEMS, lang).get(f"{found.id}.{part}", **values)
