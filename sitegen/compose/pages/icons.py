"""Which drawing of the theme stands for a sector, a kind or a type, and the tiles of the quilts."""

from collections.abc import Mapping

DRAWINGS: Mapping[str, str] = {
    "culture": "mask",
    "theatre": "mask",
    "summer-theatre": "mask",
    "museum": "museum",
    "gallery": "frame",
    "concert": "note",
    "music-school": "note",
    "festival": "flags",
    "cinema": "film",
    "dance": "dance",
    "circus": "tent",
    "events": "star",
    "cultural-centre": "building",
    "library": "book",
    "education": "book",
    "adult-education-centre": "book",
    "science": "orbit",
    "science-centre": "orbit",
    "sport": "ball",
    "sports-club": "ball",
    "swimming-hall": "swim",
    "gym": "gym",
    "ice-rink": "snow",
    "nature": "tree",
    "outdoor-trips": "tree",
    "nature-centre": "tree",
    "equipment-rental": "bike",
    "social": "heart",
    "health": "cross",
    "employment": "briefcase",
    "youth": "people",
    "immigration": "globe",
    "parish": "bell",
    "elderly": "cup",
    "housing": "house",
    "disability": "hands",
    "third-sector": "people",
}
ANY = "card"

REGION_QUILT = (("stage", "swim", "museum"), ("music", "nature", "ball"), ("book", "card", "orbit"))
NATIONAL_QUILT = (("music", "gym", "card"), ("film", "stage", "swim"), ("ball", "book", "nature"))


def drawing(icon: str) -> str:
    """The drawing for an id of the data format; a card for what has none of its own."""
    return DRAWINGS.get(icon, ANY)
