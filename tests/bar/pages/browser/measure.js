// What can be seen of a page in the state it is in now. Every function gives sentences about faults; [] is good.
// Added before the page's own scripts; the pages' policy for scripts does not hold for it.
window.bar = (() => {
  const LEFT_OUT = 'svg, script, style, noscript, template, head, datalist, option';
  const TARGETS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const FIELDS = 'input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select, textarea';
  const look = (box, pseudo) => getComputedStyle(box, pseudo);
  const said = box => '<' + box.tagName.toLowerCase() + (box.className ? ' class=' + box.className : '') + '> '
    + (box.getAttribute('aria-label') || box.textContent || box.name || '').trim().replace(/\s+/g, ' ').slice(0, 50);
  const rtl = () => look(document.documentElement).direction === 'rtl';

  // Shown to screen readers alone: cut away on purpose, as the theme's `.hidden` is.
  const hiddenOnPurpose = box => {
    for (let up = box; up && up !== document.body; up = up.parentElement) {
      const style = look(up);
      if (style.position === 'absolute' && style.clipPath === 'inset(50%)') return true;
      if (up.getAttribute('aria-hidden') === 'true' && !up.textContent.trim()) return true;
    }
    return false;
  };
  const shown = box => box.checkVisibility({visibilityProperty: true});

  // Every piece of text with the box around it and the rectangles of its lines. Kept while one state is judged.
  let kept = null;
  const texts = () => kept = kept || allTexts();
  const allTexts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode, box = node.parentElement;
      if (!node.data.trim() || box.closest(LEFT_OUT) || !shown(box) || hiddenOnPurpose(box)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter(one => one.width > 0.5 && one.height > 0.5);
      if (lines.length) found.push({node, box, lines, text: node.data.trim().replace(/\s+/g, ' ')});
    }
    return found;
  };

  // WCAG 1.4.10: nothing beside the window, but in a region that scrolls, has a name and takes the focus.
  const scrolls = box => {
    for (let up = box; up && up !== document.body; up = up.parentElement)
      if (['auto', 'scroll'].includes(look(up).overflowX)) return up;
    return null;
  };
  const wide = () => {
    const width = innerWidth, found = [];
    if (document.scrollingElement.scrollWidth > width)
      found.push('the page is ' + document.scrollingElement.scrollWidth + ' px wide, the window ' + width);
    for (const box of document.querySelectorAll('body *')) {
      if (box.closest('svg') && box.tagName !== 'svg') continue;
      const edge = box.getBoundingClientRect();
      if (!edge.width || !edge.height || (edge.right <= width + 0.5 && edge.left >= -0.5) || !shown(box)) continue;
      const region = scrolls(box), skip = look(box).position === 'absolute' && edge.bottom < 0;
      if (skip || hiddenOnPurpose(box)) continue;
      if (!region) found.push(said(box) + ' stands from ' + Math.round(edge.left) + ' to ' + Math.round(edge.right));
      else if (region.tabIndex < 0 || !(region.getAttribute('aria-label') || region.getAttribute('aria-labelledby')))
        found.push(said(region) + ' scrolls sideways, but has no name or takes no focus');
    }
    return found;
  };

  // WCAG 1.4.4, 1.4.12: a line of text outside of a box that clips it.
  const cut = () => {
    const found = [];
    for (const {box, lines, text} of texts()) {
      for (let up = box; up && up !== document.documentElement; up = up.parentElement) {
        const style = look(up);
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const edge = up.getBoundingClientRect();
        const over = lines.some(line =>
          (['hidden', 'clip'].includes(style.overflowY) && (line.bottom > edge.bottom + 1.5 || line.top < edge.top - 1.5))
          || (['hidden', 'clip'].includes(style.overflowX) && (line.right > edge.right + 1.5 || line.left < edge.left - 1.5)));
        if (over) found.push(said(up) + ' cuts off: ' + text.slice(0, 60));
        if (style.position === 'fixed') break;
      }
    }
    return found;
  };

  // A number in two lines is two numbers, a word of a table two words: their column is too narrow.
  const broken = () => {
    const found = [], range = document.createRange();
    for (const {node, box, lines} of texts()) {
      if (lines.length < 2 || box.closest('a')) continue;
      const parts = box.closest('td, th') && look(box).hyphens !== 'auto' ? /[\p{L}\p{N}][\p{L}\p{N}.,:/]*/gu : /\d[\d.,:/]*\d/g;
      for (const part of node.data.matchAll(parts)) {
        range.setStart(node, part.index); range.setEnd(node, part.index + part[0].length);
        if (range.getClientRects().length > 1) found.push(said(box) + ' breaks ' + part[0]);
      }
    }
    return found;
  };

  // Text on text. A line's rectangle is higher than its letters: only the middle half counts.
  const over = () => {
    const all = texts().flatMap(({lines, text, node}) => lines.map(line => ({
      node, text, left: line.left + 1, right: line.right - 1,
      top: line.top + line.height / 4, bottom: line.bottom - line.height / 4,
    }))).sort((one, other) => one.top - other.top);
    const found = [];
    all.forEach((one, at) => {
      for (let next = at + 1; next < all.length && all[next].top < one.bottom; next++) {
        const other = all[next];
        if (other.node !== one.node && other.left < one.right && one.left < other.right)
          found.push('"' + one.text.slice(0, 40) + '" and "' + other.text.slice(0, 40) + '" lie on each other');
      }
    });
    return found;
  };

  // WCAG 2.5.8: 24 px each way or in a sentence; 44 px high where people press most (BAR A26).
  const small = () => {
    const found = [];
    for (const box of document.querySelectorAll(TARGETS)) {
      if (!shown(box) || hiddenOnPurpose(box)) continue;
      // a box to tick is as large as its label
      const edge = (box.closest('label') || box).getBoundingClientRect(), inSentence = sentence(box);
      if (edge.bottom < 0 || inSentence) continue;
      const pressed = box.closest('nav, dl, form, [role=search]') && !box.closest('ol');
      const least = pressed ? 43.5 : 23.5;
      if (edge.height < least || edge.width < 23.5)
        found.push(said(box) + ' is ' + Math.round(edge.width) + ' x ' + Math.round(edge.height) + ' px');
    }
    return found;
  };
  const sentence = link => {
    if (look(link).display !== 'inline') return false;
    let block = link.parentElement;
    while (block && look(block).display === 'inline') block = block.parentElement;
    const around = [...block.childNodes].filter(node => !node.contains(link));
    return around.some(node => node.nodeType === 3 ? /\p{L}/u.test(node.data)
      : node.nodeType === 1 && node.tagName !== 'A' && look(node).display === 'inline' && /\p{L}/u.test(node.textContent));
  };

  // WCAG 1.4.1: a link inside a sentence is told by more than its colour.
  const bare = () => [...document.querySelectorAll('main a[href]')].filter(link =>
    shown(link) && sentence(link) && !look(link).textDecorationLine.includes('underline')
    && look(link).borderBottomStyle === 'none').map(said);

  // The order of the document is the order of the eyes: down, or on to where lines run (WCAG 1.3.2, 2.4.3).
  const misplaced = rects => {
    const found = [], ahead = (one, other) => rtl() ? one.right <= other.left + 2 : one.left >= other.right - 2;
    rects.forEach((one, at) => {
      const before = rects[at - 1];
      if (!before) return;
      const above = one.bottom <= before.top + 2;
      const beside = Math.min(one.bottom, before.bottom) - Math.max(one.top, before.top)
        > Math.min(one.bottom - one.top, before.bottom - before.top) / 2;
      const behind = rtl() ? one.left >= before.right - 2 : one.right <= before.left + 2;
      if ((above && !ahead(one, before)) || (beside && behind))
        found.push('"' + one.text + '" comes after "' + before.text + '" but stands before it');
    });
    return found;
  };
  const order = () => misplaced(texts().filter(one => !one.box.closest('.skip')).map(({box, lines, text}) => ({
    text: text.slice(0, 40), top: Math.min(...lines.map(line => line.top)), bottom: Math.max(...lines.map(line => line.bottom)),
    left: Math.min(...lines.map(line => line.left)), right: Math.max(...lines.map(line => line.right)),
    block: block(box),
  })).filter((one, at, all) => !at || all[at - 1].block !== one.block));
  const block = box => { while (look(box).display.startsWith('inline') && box.parentElement) box = box.parentElement; return box; };

  // Numbers, addresses and mail run from left to right on every page (BAR F12).
  const reversed = () => [...document.querySelectorAll('a[href^="tel:"], a[href^="mailto:"], [dir=ltr]:not(html)')].filter(part => {
    if (!shown(part)) return false;
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), places = [];
    while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at++) {
      if (!/[\p{Script=Latin}\d+]/u.test(walker.currentNode.data[at])) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + 1);
      const edge = range.getBoundingClientRect(); places.push([Math.round(edge.bottom / 4), edge.left]);
    }
    return places.some((here, at) => at && here[0] === places[at - 1][0] && here[1] < places[at - 1][1]);
  }).map(said);

  const lineWidth = () => texts().filter(({box, lines, text}) =>
    box.closest('main') && text.length > 120 && lines.length > 1 && Math.max(...lines.map(line => line.width)) > 72 * zero(box)).map(one => said(one.box));
  const zero = box => {
    const pen = zero.pen = zero.pen || document.createElement('canvas').getContext('2d'), style = look(box);
    pen.font = style.fontWeight + ' ' + style.fontSize + ' ' + style.fontFamily;
    return pen.measureText('0').width;
  };

  // All questions of one state at once.
  const ask = names => {
    kept = null;
    return Object.fromEntries(names.map(name => [name, window.bar[name]() || []]));
  };

  return {ask, fresh: allTexts, look, said, shown, hiddenOnPurpose, texts, misplaced, sentence, rtl, TARGETS, FIELDS,
    wide, cut, broken, over, small, bare, order, reversed, lineWidth};
})();
