/* Follows saves. The transport (livereload) only says that something changed; each page then fetches itself and
   looks: other content is loaded, keeping the place; another style sheet is exchanged; a report comes or goes. */
(function () {
  "use strict";

  const own = document.getElementById("sg-preview").dataset;
  const PLACE = "sg-place:" + location.pathname, HIDDEN = "sg-hidden";
  const WAIT = 1500, AGAIN = 2000;
  let looking = false, once_more = false, before = null, gone = 0;

  /* The report: what it covers is not reached by keyboard or screen reader while it stands open. */
  function problems() { return document.getElementById("sg-problems"); }

  function cover(open) {
    for (const part of document.body.children) {
      if (part.id !== "sg-problems" && part.id !== "sg-stopped" && part.tagName !== "SCRIPT") part.inert = open;
    }
    document.body.classList.toggle("sg-covered", open);
  }

  function fold(open, focus) {
    const box = problems();
    box.querySelector("#sg-report").hidden = !open;
    box.querySelector(".sg-folded").hidden = open;
    cover(open);
    if (focus) box.querySelector(open ? "#sg-report" : "#sg-show").focus();
  }

  function hide() { sessionStorage.setItem(HIDDEN, problems().dataset.digest); fold(false, true); }

  function settle(focus) {
    const box = problems();
    if (!box) { cover(false); return; }
    const open = box.dataset.open === "yes" && sessionStorage.getItem(HIDDEN) !== box.dataset.digest;
    box.querySelector("#sg-hide").addEventListener("click", hide);
    box.querySelector("#sg-show").addEventListener("click", () => {
      sessionStorage.removeItem(HIDDEN);
      fold(true, true);
    });
    fold(open, focus && open);
  }

  document.addEventListener("keydown", event => {
    const report = document.getElementById("sg-report");
    if (event.key === "Escape" && report && !report.hidden) hide();
  });

  function report(fresh) {
    const now = problems();
    if (now && fresh && now.dataset.digest === fresh.dataset.digest && now.dataset.open === fresh.dataset.open) return;
    if (!now && fresh) before = document.activeElement;
    if (now) now.remove();
    if (fresh) document.body.insertBefore(document.adoptNode(fresh), document.querySelector("script[src*='livereload']"));
    settle(true);
    if (now && !fresh && before && before.isConnected) before.focus({ preventScroll: true });
  }

  /* Style sheets: the new one is there before the old one goes, so that the page never stands bare. Those for
     readers without scripts are elements only in the page that was fetched, and are nothing here. */
  function sheets(page) { return [...page.querySelectorAll("head > link[rel=stylesheet]")].filter(one => !one.dataset.going); }

  function dress(page) {
    const old = sheets(document), fresh = sheets(page);
    if (old.length !== fresh.length) { renew(); return; }
    old.forEach((link, at) => {
      const href = fresh[at].getAttribute("href");
      if (link.getAttribute("href") === href) return;
      const next = link.cloneNode();
      next.setAttribute("href", href);
      link.dataset.going = "yes";
      next.addEventListener("load", () => link.remove());
      next.addEventListener("error", () => link.remove());
      link.after(next);
    });
  }

  /* The page's content: loaded anew, at the same place, with the same parts unfolded. */
  function renew() {
    const open = [...document.querySelectorAll("details")].map(one => one.open);
    sessionStorage.setItem(PLACE, JSON.stringify({ x: scrollX, y: scrollY, open }));
    location.reload();
  }

  function return_to_place() {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) || "null");
    sessionStorage.removeItem(PLACE);
    if (!kept) return;
    const parts = [...document.querySelectorAll("details")];
    if (parts.length === kept.open.length) parts.forEach((one, at) => { one.open = kept.open[at]; });
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
  }

  function look() {
    if (looking) { once_more = true; return; }
    looking = true;
    fetch(location.pathname + location.search, { cache: "no-store" })
      .then(answer => answer.text())
      .then(take, () => {})
      .then(() => {
        looking = false;
        if (once_more) { once_more = false; look(); }
      });
  }

  function take(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const mark = page.getElementById("sg-preview");
    if (!mark) return;
    stopped(false);
    if (mark.dataset.content !== own.content || mark.dataset.token !== own.token) { renew(); return; }
    dress(page);
    report(page.getElementById("sg-problems"));
  }

  /* --navigate: the address of the page that was edited, by language. */
  function go(query) {
    const places = new URLSearchParams(query);
    const place = places.get(document.documentElement.lang) || [...places.values()][0];
    const there = new URL(own.prefix + place, location.href);
    if (own.prefix && there.pathname !== location.pathname) { location.assign(there); return; }
    look();
  }

  /* The preview itself has stopped: said, and noticed when it is back. */
  function stopped(is) {
    clearTimeout(gone);
    const strip = document.getElementById("sg-stopped");
    if (!is) { if (strip) strip.remove(); return; }
    gone = setTimeout(() => { stopped(true); look(); }, strip ? AGAIN : WAIT);
    if (strip || is === "soon") return;
    const said = document.createElement("p");
    said.id = "sg-stopped";
    said.setAttribute("role", "status");
    said.lang = own.lang;
    said.dir = "ltr";
    said.textContent = own.stopped;
    document.body.append(said);
  }

  document.addEventListener("LiveReloadConnect", () => { stopped(false); look(); });
  document.addEventListener("LiveReloadDisconnect", () => stopped("soon"));
  addEventListener("pagehide", () => clearTimeout(gone));

  function Following() {}
  Following.identifier = "sitegen";
  Following.version = "1";
  Following.prototype.reload = path => {
    if (path.startsWith("go?")) go(path.slice(3)); else look();
    return true;
  };
  if (window.LiveReload) window.LiveReload.addPlugin(Following);
  settle(true);
  return_to_place();
})();
