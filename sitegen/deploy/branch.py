"""Publishing to a branch of a git remote: one commit on top of what stands there, never forced.

The commit is written from the bytes that were checked; pushing moves the remote's branch in one step, and
only if nobody moved it meanwhile.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from sitegen.deploy.git import author, git, private_repository, remote_url
from sitegen.deploy.target import EXTRAS, STAMP, DeployError, Standing, read_stamp
from sitegen.project import Project
from sitegen.store.publish import MANIFEST, decode_manifest

SEEN = "refs/sitegen/standing"
NEXT = "refs/sitegen/next"
CNAME = "CNAME"
_REJECTED = (
    "[rejected]",
    "non-fast-forward",
    "fetch first",
    "cannot lock ref",
    "stale info",
    "failed to update ref",
)


@dataclass(frozen=True)
class Branch:
    """A branch of a remote. `remote`: its name in the project's repository, or its address."""

    project: Project
    remote: str
    branch: str

    @cached_property
    def url(self) -> str:
        """The remote's address."""
        return remote_url(self.project, self.remote)

    @property
    def name(self) -> str:
        """The address without what could be a password, and the branch."""
        parts = urlsplit(self.url)
        shown = (
            self.url.replace(f"{parts.netloc}", parts.netloc.rpartition("@")[2]) if parts.netloc else self.url
        )
        return f"{shown} ({self.branch})"

    @cached_property
    def _git(self) -> tuple[str, ...]:
        return private_repository(self.project)

    def _fetched(self) -> str:
        """The commit at the remote's branch, fetched; empty where there is no such branch."""
        full = f"refs/heads/{self.branch}"
        listed = git(*self._git, "ls-remote", "--heads", self.url, full, cwd=self.project.root)
        if listed.code:
            raise self._unreachable(listed.said)
        if not listed.text:
            return ""
        wanted = ("fetch", "--quiet", "--no-tags", "--depth", "1", self.url, f"+{full}:{SEEN}")
        fetched = git(*self._git, *wanted, cwd=self.project.root)
        if fetched.code:
            raise self._unreachable(fetched.said)
        return git(*self._git, "rev-parse", SEEN, cwd=self.project.root).text

    def _unreachable(self, said: str) -> DeployError:
        line = next((one for one in reversed(said.splitlines()) if one.strip()), said)
        return DeployError("unreachable", fault=True, target=self.name, fault_text=line)

    def _file(self, commit: str, path: str) -> bytes:
        shown = git(*self._git, "cat-file", "blob", f"{commit}:{path}", cwd=self.project.root)
        return shown.out if shown.code == 0 else b""

    def standing(self) -> Standing | None:
        """What stands at the branch, by its commit."""
        commit = self._fetched()
        if not commit:
            return None
        when = git(*self._git, "show", "--no-patch", "--format=%cI", commit, cwd=self.project.root).text
        source = read_stamp(self._file(commit, STAMP)).get("source", "")
        return Standing(commit, decode_manifest(self._file(commit, MANIFEST)), source, when)

    def domain(self, standing: Standing | None) -> str:
        """The domain that the branch's CNAME file names; empty where there is none."""
        return self._file(standing.id, CNAME).decode("utf-8", "replace").strip() if standing else ""

    def files(self) -> Mapping[str, bytes]:
        """The site's files as they stand at the branch."""
        commit = self._fetched()
        listed = git(*self._git, "ls-tree", "-r", "-z", "--name-only", commit, cwd=self.project.root)
        names = [name for name in listed.out.decode("utf-8").split("\0") if name and name not in EXTRAS]
        return {name: self._file(commit, name) for name in names}

    def put(self, files: Mapping[str, bytes], over: Standing | None) -> str:
        """Commit and push, on top of what stands there."""
        domain = self.domain(over)
        whole = {**files, ".nojekyll": b""} | ({CNAME: f"{domain}\n".encode()} if domain else {})
        made = git(
            *self._git,
            "fast-import",
            "--quiet",
            "--force",
            "--done",
            "--date-format=now",
            cwd=self.project.root,
            given=self._stream(whole, over),
        )
        if made.code:
            raise self._unreachable(made.said)
        commit = git(*self._git, "rev-parse", NEXT, cwd=self.project.root).text
        full = f"refs/heads/{self.branch}"
        lease = f"--force-with-lease={full}:{over.id if over else ''}"
        pushed = git(
            *self._git, "push", "--porcelain", lease, self.url, f"{commit}:{full}", cwd=self.project.root
        )
        if pushed.code:
            said = pushed.text + "\n" + pushed.said
            if any(sign in said for sign in _REJECTED):
                raise DeployError("overtaken", target=self.name)
            raise self._unreachable(pushed.said)
        return commit

    def _stream(self, files: Mapping[str, bytes], over: Standing | None) -> bytes:
        """The commit for `git fast-import`: the files and nothing else, whatever stood there before."""
        message = b"Publish the site\n"
        parts = [f"commit {NEXT}\ncommitter {author(self.project)} now\n".encode(), _data(message)]
        if over is not None:
            parts.append(f"from {over.id}\n".encode())
        parts.append(b"deleteall\n")
        for path in sorted(files):
            parts += [f"M 100644 inline {path}\n".encode(), _data(files[path])]
        return b"".join((*parts, b"\ndone\n"))


def _data(data: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(data), data)
