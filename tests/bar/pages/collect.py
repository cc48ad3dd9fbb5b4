"""What a browser tells of a page in every state it is judged in: one visit for all ids.

The functions of `browser/*.js` look; each gives sentences about faults. `STATES` says which of them are asked
in which state. A planted page is looked at in the same way as a page of the site.
"""

import gzip
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.site.support.browser import Visitor, visitor
from tests.site.support.html import Page

SCRIPTS = ("measure", "colours", "keyboard", "paper")
HERE = Path(__file__).parent
HEAVIEST = 200_000
"""Bytes of a first visit."""

SCRIPT = "//script[not(@type='application/ld+json')]"
"""Scripts that run."""

AWAY = """() => [...document.forms].filter(form => !form.checkVisibility())
  .flatMap(form => [...form.querySelectorAll('*')].map(part => part.textContent))"""
"""The words of forms that are away."""

PATIENCE = 400
"""Stops of the keyboard after which a page is a trap."""

# WCAG 1.4.12: a reader's own style; it never sets lines closer than the page does.
SPACED = """*{letter-spacing:.12em!important;word-spacing:.16em!important}
:root:not(:lang(ar)) *{line-height:max(1.5em,1em*var(--leading,1.5))!important}
p{margin-block-end:2em!important}"""
# What is drawn only when it comes near is measured as if somebody had scrolled there.
SCROLLED = "*{content-visibility:visible!important}"
DOUBLE = ":root{font-size:200%!important}"


@dataclass(frozen=True)
class State:
    """A state of the window and the questions asked in it. `css` is a reader's own style."""

    name: str
    width: int
    asks: tuple[str, ...]
    dark: bool = False
    forced: bool = False
    printed: bool = False
    css: str = ""

    @property
    def media(self) -> tuple[bool, bool, bool]:
        """Dark, with forced colours, printed."""
        return self.dark, self.forced, self.printed


KEYBOARD = ("first", "reached", "seen", "covered")
LAYOUT = ("wide", "cut", "broken", "over", "small", "bare", "order", "reversed", "still")
COLOURS = ("faint", "unseen")
LOST = ("wide", "cut", "over", "reversed")
STATES = (
    State("320 light", 320, (*LAYOUT, *COLOURS, "naked")),
    State("320 spaced", 320, LOST, css=SPACED),
    State("320 dark", 320, COLOURS, dark=True),
    State("768 dark", 768, COLOURS, dark=True),
    State("768 light", 768, (*LAYOUT, *COLOURS)),
    State("768 double", 768, LOST, css=DOUBLE),
    State("1280 light", 1280, (*LAYOUT, *COLOURS, "lineWidth", "remember")),
    State("1280 spaced", 1280, LOST, css=SPACED),
    State("1280 double", 1280, LOST, css=DOUBLE),
    State("1280 dark", 1280, COLOURS, dark=True),
    State("1280 forced", 1280, ("faint", "unseen", "vanished"), forced=True),
    State("paper", 718, ("wide", "cut", "over", "paper"), printed=True),
)
"""718 px: an A4 sheet with the browser's margins. In an order that changes the window as seldom as can be."""


MOMENTS, MOMENT = 40, 25  # a second in all, looked at so many milliseconds apart

Asked = tuple[tuple[str, tuple[str, ...]], ...]
"""Questions, each with words of the states it is asked in; none of them for all states."""

EVERYTHING: Asked = tuple((ask, ()) for ask in sorted({ask for state in STATES for ask in state.asks}))
EVERYTHING += tuple((ask, ()) for ask in (*KEYBOARD, "words", "asked", "weight"))


def _wanted(ask: str, state: str, asked: Asked) -> bool:
    return any(ask == one and any(word in state for word in words or ("",)) for one, words in asked)


@dataclass(frozen=True)
class Facts:
    """A page and what was found on it: by question and state, and what the keyboard met."""

    page: Page
    found: Mapping[tuple[str, str], tuple[str, ...]]

    def of(self, ask: str, *states: str) -> Iterator[str]:
        """The faults of a question in the states whose names hold one of these words; in all without any."""
        asked = [
            key for key in self.found if key[0] == ask and any(word in key[1] for word in states or ("",))
        ]
        assert asked, f"{ask} was never asked in {states}"
        for key in asked:
            yield from (f"{key[1]}: {fault}" for fault in self.found[key])


@contextmanager
def looking(browser: Browser, base: str) -> Iterator["Looker"]:
    """A visitor, and one without scripts, who comes when a page asks for it."""
    with ExitStack() as stack:
        seen = stack.enter_context(visitor(browser, base, reduced_motion="reduce"))
        window = {"width": 320, "height": 640}

        @cache
        def plain() -> Visitor:
            return stack.enter_context(visitor(browser, base, viewport=window, java_script_enabled=False))

        seen.page.context.new_cdp_session(seen.page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        for name in SCRIPTS:
            seen.page.add_init_script(path=HERE / "browser" / f"{name}.js")
        yield Looker(seen, plain)


@dataclass(frozen=True)
class Looker:
    """Looks at pages, one after the other."""

    seen: Visitor
    plain: Callable[[], Visitor]

    def look(self, page: Page, asked: Asked = EVERYTHING) -> Facts:
        """The facts of a page that these questions need."""
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        tab = self.seen.page
        window = STATES[0]
        _show(tab, window, None)
        self.seen.visit(page.path)
        tab.evaluate(ADD, SCROLLED)
        words = tab.evaluate("() => document.body.innerText")
        if any(ask in KEYBOARD for ask, _ in asked):
            found |= self._keyboard(tab)
        for state in STATES:
            asks = [ask for ask in state.asks if ask == "remember" or _wanted(ask, state.name, asked)]
            if not asks:
                continue
            _show(tab, state, window)
            window = state
            with _read_as(tab, state.css):
                told: dict[str, list[str]] = tab.evaluate("asks => bar.ask(asks)", asks)
            found |= {(ask, state.name): tuple(faults) for ask, faults in told.items()}
        found["asked", "network"] = (*self.seen.elsewhere, *self.seen.complaints)
        found["weight", "network"] = tuple(_too_heavy(page, tab.evaluate("() => bar.fetched()")))
        if _wanted("words", "no script", asked):
            found["words", "no script"] = tuple(self._only_by_script(page, words))
        return Facts(page, found)

    def _only_by_script(self, page: Page, words: str) -> Iterator[str]:
        """Words lost without scripts, but for those of a form that only a script can answer."""
        if page.root.xpath(SCRIPT):  # a page without one needs no second visit
            plain = self.plain()
            plain.visit(page.path)
            plain.page.evaluate(ADD, SCROLLED)
            without = {*plain.page.inner_text("body").split()}
            without |= {word for text in plain.page.evaluate(AWAY) for word in text.split()}
            yield from (f"only a script shows {word!r}" for word in sorted({*words.split()} - without))

    def _keyboard(self, tab: Tab) -> dict[tuple[str, str], tuple[str, ...]]:
        tab.evaluate("() => bar.listen()")
        tab.keyboard.press("Tab")
        first = tab.evaluate("() => bar.first()")
        if not first:
            tab.keyboard.press("Enter")
            if not _comes_to_main(tab):
                first.append("the link to the content does not move the focus there")
            tab.evaluate("() => document.querySelector('a').focus()")
        stops = tab.evaluate("() => bar.count()")
        for _ in range(min(stops, PATIENCE)):
            tab.keyboard.down("Tab")
        tab.keyboard.up("Tab")
        walked: dict[str, list[str]] = tab.evaluate("() => bar.walk()")
        # Nothing has the focus any more: the skip link would lie on what is under it.
        tab.evaluate("() => document.activeElement.blur()")
        asked = {"first": first, **walked}
        return {(ask, "320 keyboard"): tuple(faults) for ask, faults in asked.items()}


def _comes_to_main(tab: Tab) -> bool:
    """Whether the focus is in the content. Links within a page are followed a moment after the key."""
    for _ in range(MOMENTS):
        if tab.evaluate("() => document.activeElement.tagName") == "MAIN":
            return True
        tab.wait_for_timeout(MOMENT)
    return False


def _too_heavy(page: Page, fetched: int) -> Iterator[str]:
    """BAR A46. The page itself as hosts send it; the rest of a first visit as it is, without pictures."""
    weight = len(gzip.compress(page.data, 6)) + fetched
    if weight > HEAVIEST:
        yield f"a first visit fetches {weight} bytes without pictures"


def _show(tab: Tab, state: State, before: State | None) -> None:
    """The window in a state, from the one before it (None: not known); what stays the same is left alone."""
    if before is None or before.width != state.width:
        tab.set_viewport_size({"width": state.width, "height": 640})
    if before is None or before.media != state.media:
        dark, forced, printed = state.media
        tab.emulate_media(
            color_scheme="dark" if dark else "light",
            forced_colors="active" if forced else "none",
            media="print" if printed else "screen",
        )


@contextmanager
def _read_as(tab: Tab, css: str) -> Iterator[None]:
    """A reader's own style, taken off again."""
    if css:
        tab.evaluate(ADD, css)
    yield
    if css:
        tab.evaluate(REMOVE)


# Through the style sheet object, which the pages' own rule for styles lets pass.
ADD = """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }"""
REMOVE = "() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1); }"


def measured(tab: Tab, ask: str) -> list[str]:
    """A single question of `measure.js` about whatever page a browser shows."""
    tab.evaluate((HERE / "browser/measure.js").read_text("utf-8"))
    found: list[str] = tab.evaluate("ask => bar.ask([ask])[ask]", ask)
    return found
