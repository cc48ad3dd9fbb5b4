"""axe-core and IBM's Equal Access over the page that a browser shows, brought in from outside.

The visitor needs `bypass_csp`: the pages' own rule for scripts forbids them, as it should.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from playwright.sync_api import Page

from tests.site.support.run import REPOSITORY

MODULES = REPOSITORY / "node_modules"
AXE = (MODULES / "axe-core/axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
"""Rules of axe whose answer hangs on colours and on the width of the window; the others read the markup."""

RUN_AXE = "only => axe.run(document, {runOnly: only, resultTypes: ['violations', 'incomplete']})"
ACE = (MODULES / "accessibility-checker-engine/ace.js").read_text("utf-8")
RUN_ACE = """async () =>
  (await new ace.Checker().check(document, ['WCAG_2_2', 'EXTENDED_GUIDELINES'])).results
  .filter(one => one.value[1] !== 'PASS')
  .map(one => one.ruleId + ' ' + one.reasonId + ' ' + one.path.dom + ': ' + one.message)"""


def axe(tab: Page, *outcomes: str, only: Sequence[str] = TAGS) -> Iterator[str]:
    """What axe says (`violations`, `incomplete`) by tags or rules: a line for each element."""
    if not tab.evaluate("() => 'axe' in window"):
        tab.evaluate(AXE)
    result: dict[str, list[dict[str, Any]]] = tab.evaluate(RUN_AXE, list(only))
    for outcome in outcomes:
        for rule in result[outcome]:
            for node in rule["nodes"]:
                target = " ".join(map(str, node["target"]))
                why = " ".join(check["message"] for kind in ("any", "all", "none") for check in node[kind])
                yield f"{outcome} {rule['id']}: {target}: {why}"


def ibm(tab: Page) -> Iterator[str]:
    """What IBM's engine says, unsure or not: a line for each element."""
    tab.evaluate(ACE)
    yield from tab.evaluate(RUN_ACE)
