// Without style sheets, and on paper.
Object.assign(window.bar, (() => {
  const {said, shown, look, texts, fresh} = window.bar;
  const words = () => fresh().map(one => one.text).join(' ').replace(/\u00ad/g, '').split(/\s+/);

  // The page as plain HTML: nothing is lost, no drawing fills the window, the heading stands before the content.
  const naked = () => {
    const before = new Set(words()), sheets = [...document.styleSheets];
    for (const sheet of sheets) sheet.disabled = true;
    const after = new Set(words());
    const found = [...before].filter(word => !after.has(word)).map(word => 'without style sheets "' + word + '" is lost');
    for (const drawing of document.querySelectorAll('svg, img[alt=""]')) {
      const edge = drawing.getBoundingClientRect();
      if (shown(drawing) && edge.height > 220) found.push('without style sheets a drawing is ' + Math.round(edge.height) + ' px high');
    }
    for (const sheet of sheets) sheet.disabled = false;
    return found;
  };

  // On paper: no menus and forms, the addresses of links in running text said in words, black on white.
  const paper = () => {
    const found = [];
    for (const part of document.querySelectorAll('nav, form, button, a.skip, body > a'))
      if (shown(part) && part.getClientRects().length) found.push(said(part) + ' is printed');
    for (const link of document.querySelectorAll('main p a[href^="http"], main li a[href^="http"], main dd a[href^="http"]')) {
      const told = link.textContent + look(link, '::after').content, host = new URL(link.href).host.replace(/^www\./, '');
      if (shown(link) && !told.includes(host)) found.push(said(link) + ' does not say its address');
    }
    for (const {box, text} of texts()) {
      const [red, green, blue] = look(box).color.match(/[\d.]+/g).map(Number);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 8) found.push(said(box) + ' is printed in colour');
    }
    return found;
  };
  const still = () => document.getAnimations().length ? ['something moves by itself'] : [...document.querySelectorAll('video, audio, marquee, blink')].map(said);
  // The bytes of all that a page fetches, but for pictures.
  const fetched = () => performance.getEntriesByType('resource')
    .filter(one => !/\.(png|jpe?g|webp|gif)$/.test(one.name)).reduce((sum, one) => sum + one.encodedBodySize, 0);
  return {fetched, words, naked, paper, still};
})());
