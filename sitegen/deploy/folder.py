"""Publishing to a folder, such as a network drive: written beside, then put in its place in one step."""

from collections.abc import Mapping
from pathlib import Path

from sitegen.deploy.built import read_built
from sitegen.deploy.target import EXTRAS, STAMP, DeployError, Standing, standing_of
from sitegen.project import Project
from sitegen.store.lock import locked
from sitegen.store.publish import MANIFEST, RefusedError, check_target, decode_manifest, publish, recover
from sitegen.structs import Struct


class Folder(Struct, frozen=True):
    """A folder that holds a published site, or nothing yet."""

    project: Project
    path: Path

    @property
    def name(self) -> str:
        """The folder."""
        return str(self.path)

    def standing(self) -> Standing | None:
        """What stands there, by the bytes of its manifest and stamp."""
        try:
            check_target(self.path, self.project.root)
        except RefusedError as refused:
            reason = "not-ours-folder" if refused.reason == "out-not-ours" else "bad-folder"
            raise DeployError(reason, target=self.name) from refused
        manifest = _bytes(self.path / MANIFEST)
        return standing_of(manifest, _bytes(self.path / STAMP)) if manifest else None

    def files(self) -> Mapping[str, bytes]:
        """The site's files as they stand there."""
        built = read_built(self.path)
        return {name: data for name, data in built.files.items() if name not in EXTRAS} if built else {}

    def put(self, files: Mapping[str, bytes], over: Standing | None) -> str:
        """Write beside and exchange. Raises `OSError` too, where the disk fails; the old site then stands."""
        manifest = decode_manifest(files[MANIFEST])
        assert manifest is not None
        with locked(self.path, lambda _: None):
            recover(self.path)
            now = self.standing()
            if (now.id if now else "") != (over.id if over else ""):
                raise DeployError("overtaken", target=self.name)
            publish(self.path, {name: data for name, data in files.items() if name != MANIFEST}, manifest)
        put = self.standing()
        return put.id if put else ""


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
