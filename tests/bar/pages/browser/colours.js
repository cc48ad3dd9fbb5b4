// Contrast as it is drawn: each text and each edge of a field against the grounds behind it (WCAG 1.4.3, 1.4.11).
Object.assign(window.bar, (() => {
  const {look, said, shown, hiddenOnPurpose, texts, TARGETS, FIELDS} = window.bar;
  const pen = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const known = new Map();
  const rgba = colour => {
    if (!known.has(colour)) {
      pen.clearRect(0, 0, 1, 1); pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
      known.set(colour, [red, green, blue, alpha / 255]);
    }
    return known.get(colour);
  };
  const onto = (top, below) => top.slice(0, 3).map((part, at) => part * top[3] + below[at] * (1 - top[3])).concat(1);
  const ground = box => {
    const layers = [];
    for (let up = box; up; up = up.parentElement) {
      const colour = rgba(look(up).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    const canvas = matchMedia('(prefers-color-scheme: dark)').matches && look(document.documentElement).colorScheme.includes('dark')
      ? [18, 18, 18, 1] : [255, 255, 255, 1];
    return layers.reverse().reduce((below, top) => onto(top, below), canvas);
  };
  const light = colour => {
    const [red, green, blue] = colour.map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };

  const faint = () => {
    const found = [];
    for (const {box, text} of texts()) {
      const style = look(box), below = ground(box), ratio = contrast(onto(rgba(style.color), below), below);
      const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
      if (ratio < (large ? 3 : 4.5)) found.push(said(box) + ' has ' + ratio.toFixed(2) + ':1 at "' + text.slice(0, 30) + '"');
    }
    for (const field of document.querySelectorAll(FIELDS)) {
      if (!shown(field)) continue;
      const style = look(field), around = ground(field.parentElement);
      if (style.borderTopStyle === 'none' || contrast(onto(rgba(style.borderTopColor), around), around) < 3)
        found.push(said(field) + ' has no edge that can be seen');
    }
    return found;
  };

  // Each stop of the keyboard, focused by the script: an outline of two pixels that stands out from its ground.
  const stops = () => [...document.querySelectorAll(TARGETS)].filter(one =>
    shown(one) && !one.disabled && one.tabIndex >= 0 && !hiddenOnPurpose(one));
  const outline = stop => {
    const style = look(stop), around = ground(stop.parentElement);
    if (['none', 'hidden'].includes(style.outlineStyle) || parseFloat(style.outlineWidth) < 2)
      return said(stop) + ' has an outline of ' + style.outlineStyle + ' ' + style.outlineWidth;
    const ring = onto(rgba(style.outlineColor), around), halo = /rgba?\([^)]*\)/.exec(style.boxShadow);
    const grounds = [around, ...(halo ? [onto(rgba(halo[0]), around)] : [])];
    if (!grounds.some(one => contrast(ring, one) >= 3)) return said(stop) + ' has an outline as pale as its ground';
    return null;
  };
  const unseen = () => {
    const found = stops().map(stop => { stop.focus({preventScroll: true}); return outline(stop); }).filter(Boolean);
    document.activeElement.blur();
    return found;
  };

  // With the system's few colours: what had a ground or a tone of its own has an edge.
  const vanished = () => {
    const found = [];
    for (const box of document.querySelectorAll('main li, main a, main button, main input, main div, main p, main span')) {
      if (!shown(box) || box.closest('svg') || !box.dataset.ground) continue;
      const style = look(box), edged = ['Top', 'Bottom', 'Left', 'Right'].some(side =>
        style['border' + side + 'Style'] !== 'none' && parseFloat(style['border' + side + 'Width']) >= 1
        && contrast(rgba(style['border' + side + 'Color']), ground(box.parentElement)) >= 3);
      const filled = contrast(ground(box), ground(box.parentElement)) >= 3;
      if (!edged && !filled) found.push(said(box) + ' has lost its ground and has no edge');
    }
    return found;
  };
  // Called in usual colours: remembers the rounded boxes that stand out by their ground alone.
  const remember = () => {
    for (const box of document.querySelectorAll('main li, main a, main button, main input, main p, main span, main div')) {
      const own = rgba(look(box).backgroundColor);
      if (own[3] > 0 && box.parentElement && parseFloat(look(box).borderTopLeftRadius) > 0
          && contrast(onto(own, ground(box.parentElement)), ground(box.parentElement)) > 1.02) box.dataset.ground = 'own';
    }
  };
  return {faint, unseen, outline, stops, vanished, remember};
})());
