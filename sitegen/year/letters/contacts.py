"""The people behind the partners: `internal/<region>/contacts.yaml`, which only letters open."""

from collections.abc import Iterator
from pathlib import Path

from sitegen.languages.table import codes
from sitegen.load.folders import MEGABYTE, Found, read_bytes
from sitegen.load.nodes import RawFile
from sitegen.load.suggest import suggest
from sitegen.load.yaml import read_yaml
from sitegen.model.fields import place_of
from sitegen.model.internal import ContactsFile, PartnerContact
from sitegen.model.network import Edition
from sitegen.model.partner import Distributor, Partner
from sitegen.model.register import Register
from sitegen.problems import Problem, warning
from sitegen.project import Project
from sitegen.validate.context import Context
from sitegen.validate.files import read_file

FILE = "contacts.yaml"


def contacts_file(folder: Path, edition: Edition) -> Path:
    """The file of a region's contacts in the folder of private files."""
    return folder / edition.region_id / FILE


def read_contacts(
    project: Project, path: Path, edition: Edition, register: Register
) -> tuple[tuple[PartnerContact, ...], tuple[Problem, ...]]:
    """The contacts of a region and what is wrong with them; none where there is no file."""
    if not path.exists() and not path.is_symlink():
        return (), ()
    shown = project.relative(path)
    data, unread = read_bytes(Found(path.name, shown, path, False), MEGABYTE)
    if data is None:
        return (), (unread,) if unread else ()
    root, problems = read_yaml(shown, data)
    if root is None:
        return (), problems
    invented = bool(edition.region.invented)
    context = Context(register, edition.region.languages, codes(), invented=invented)
    outcome = read_file(RawFile(shown, root), ContactsFile, context)
    found = outcome.value.contacts if outcome.value is not None else ()
    return found, (*problems, *outcome.problems, *_strangers(found, edition))


def contacts_of(partner: Partner, contacts: tuple[PartnerContact, ...]) -> tuple[PartnerContact, ...]:
    """The contacts of a partner in the role of its list."""
    role = role_of(partner)
    return tuple(one for one in contacts if one.partner == partner.id and one.role in (None, role))


def role_of(partner: Partner) -> str:
    """`distributor` or `venue`."""
    return "distributor" if isinstance(partner, Distributor) else "venue"


def _strangers(contacts: tuple[PartnerContact, ...], edition: Edition) -> Iterator[Problem]:
    """Contacts of nobody: a letter would go elsewhere without a word."""
    roles = {(one.id, role_of(one)) for one in edition.partners}
    ids = {id for id, _ in roles}
    for one in contacts:
        place = place_of(one, "partner")
        if one.partner not in ids:
            near = suggest(one.partner, sorted(ids))
            yield warning("contact-stranger", place, value=one.partner, suggestion=near, year=edition.year)
        elif one.role is not None and (one.partner, one.role) not in roles:
            yield warning("contact-role", place_of(one, "role"), value=one.partner, role=one.role)
