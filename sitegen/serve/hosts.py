"""By which names this server may be asked: a page of another site that points its own name here gets nothing.

Such a page (DNS rebinding, BAR S23) always comes by a name, so that a bare address is safe where the user has
asked to be reached from other machines.
"""

import ipaddress

from sitegen.structs import Struct

LOOPBACK = ("127.0.0.1", "::1")
_OWN_NAMES = ("localhost", "127.0.0.1", "[::1]")


class Hosts(Struct, frozen=True):
    """The names of a server at a port. `told`: the address the user asked for; empty: loopback only."""

    port: int
    told: str = ""

    def allows(self, host: str) -> bool:
        """Whether a `Host` is one of ours: with our port, which may lack where it is the usual one."""
        name, colon, port = host.rpartition(":")
        if not colon or port.endswith("]"):
            name, port = host, "80"
        if port != str(self.port):
            return False
        return name.casefold() in (*_OWN_NAMES, self.told.casefold()) or bool(self.told and _is_address(name))

    def allows_origin(self, origin: str) -> bool:
        """Whether an `Origin` is a page that we gave."""
        scheme, _, host = origin.partition("://")
        return scheme == "http" and self.allows(host)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True
