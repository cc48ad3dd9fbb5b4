"""Regions in which nothing changed: their artefacts are taken as they are kept, without being composed again.

A region's scope key covers all that its artefacts may read: its own folder, the national content, theme and
program, what was asked, and which national pages there are. Under it stands the list of its artefacts' keys.
"""

import json
from collections.abc import Mapping

from sitegen.build.making import Made
from sitegen.build.options import Options
from sitegen.plan import Plan
from sitegen.project import Project
from sitegen.store.cache import Cache
from sitegen.store.keys import digest_folder, scope_key
from sitegen.store.published import Published


def shared_parts(
    project: Project, options: Options, plan: Plan, digests: Mapping[str, str]
) -> dict[str, str]:
    """What the scope keys of all regions have in common. `digests`: of theme and program."""
    return {
        **digests,
        "content": digest_folder(project.content),
        "asked": repr((options.edition, options.base_url, options.documents)),
        "national": repr([one.path for one in plan.of_region(None)]),
    }


def region_scope(project: Project, region: str, shared: Mapping[str, str]) -> str:
    """The scope key of a region."""
    return scope_key({**shared, "region": region, "folder": digest_folder(project.regions / region)})


def restore(scope: str, cache: Cache, published: Published, made: Made) -> bool:
    """Take a region's artefacts as they are kept; False, with nothing taken, where any is missing."""
    listed = cache.get(scope)
    if listed is None:
        return False
    whole = json.loads(listed)
    found: dict[str, bytes | None] = {}
    for path, key in whole["keys"].items():
        found[path] = published.get(key) or cache.get(key)
        if found[path] is None:
            return False
    for path, data in found.items():
        assert data is not None
        made.add(path, data, whole["keys"][path])
    made.measures.update(whole["measures"])
    made.reused += len(found)
    return True


def remember(scope: str, paths: set[str], cache: Cache, made: Made) -> None:
    """Keep the list of a region's artefacts, those at `paths`, under its scope key."""
    whole = {
        "keys": {path: key for path, key in made.keys.items() if path in paths},
        "measures": {path: count for path, count in made.measures.items() if path in paths},
    }
    cache.put(scope, json.dumps(whole, sort_keys=True).encode())
