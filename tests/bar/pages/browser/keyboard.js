// What a press of Tab led to, told when the next one begins or the key is let go: by then the page has scrolled.
Object.assign(window.bar, (() => {
  const {look, said, stops, outline, misplaced} = window.bar;
  const heard = [];
  let pressed = false;
  const listen = () => {
    for (const type of ['keydown', 'keyup']) document.addEventListener(type, event => {
      if (event.key === 'Tab' && pressed) tell();
      pressed = event.key === 'Tab' && type === 'keydown';
    }, true);
  };
  const tell = () => {
    const at = document.activeElement;
    if (at === document.body || at === document.documentElement) { heard.push(null); return; }
    const part = at.getClientRects()[0], x = part.left + part.width / 2, y = part.top + part.height / 2;
    const there = document.elementFromPoint(x, y);
    heard.push({
      at, name: said(at), outline: outline(at), inView: part.bottom > 0 && part.top < innerHeight && part.right > 0 && part.left < innerWidth,
      free: !!there && (at.contains(there) || there.contains(at)),
      rect: {top: part.top + scrollY, bottom: part.bottom + scrollY, left: part.left, right: part.right, text: said(at)},
    });
  };
  const count = () => stops().length;
  const first = () => {
    const stop = heard[0], found = [];  // told before anything else has the focus
    if (!stop) return ['the first stop leads out of the page'];
    const target = document.getElementById((stop.at.getAttribute('href') || '').replace(/^.*#/, ''));
    if (stop.at.tagName !== 'A' || !target || target.tagName !== 'MAIN') found.push(stop.name + ' is the first stop, and no link to main');
    if (!stop.inView) found.push(stop.name + ' has the focus outside of the window');
    if (stop.at.closest('header, main, footer, nav, [role]')) found.push(stop.name + ' stands inside a landmark');
    return found;
  };
  const walk = () => {
    const found = {reached: [], seen: [], covered: []}, ways = heard.filter(Boolean);
    for (const missing of stops().filter(one => !ways.some(way => way.at === one))) {
      const group = missing.type === 'radio' && ways.some(way => way.at.name === missing.name);
      if (!group) found.reached.push(said(missing) + ' is never reached');
    }
    const last = heard[heard.length - 1];  // after the last stop comes the browser's window, or the first again
    if (last && last.at !== heard[0].at) found.reached.push('the keyboard does not get out of the page, but stays at ' + last.name);
    document.activeElement.blur();
    const skip = first().length ? null : heard[0].at;
    found.reached.push(...misplaced(ways.filter(way => way.at !== skip).map(way => way.rect)));
    for (const way of ways) {
      if (way.outline) found.seen.push(way.outline);
      if (!way.inView) found.covered.push(way.name + ' has the focus outside of the window');
      else if (!way.free) found.covered.push(way.name + ' has the focus under something else');
    }
    return found;
  };
  return {listen, count, first, walk};
})());
