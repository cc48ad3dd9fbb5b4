/* The finder of venues: works on the list that stands in the page. ES2018, no library.
   What it looks at comes from the partners' file (docs/open-data.md) when the form is first used; the state
   of the form stands in the address. Nothing from the file is written into the page but as text. */
(() => {
  'use strict';
  const form = document.getElementById('finder');
  const said = form.dataset;
  const lang = document.documentElement.lang;
  const fields = [...form.elements].filter(one => one.name);
  const field = name => fields.find(one => one.name === name);
  const value = name => {
    const one = field(name);
    return !one ? '' : one.type !== 'checkbox' ? one.value.trim() : one.checked ? one.value : '';
  };

  /* Words without case, accents, hyphens: "Uima-halli" is found by "uimahalli", "Åbo" by "abo". */
  const LETTERS = {æ: 'ae', ø: 'o', đ: 'd', ŋ: 'n', ŧ: 't', ł: 'l', ß: 'ss', ð: 'd', þ: 'th', ı: 'i'};
  const fold = text => text.toLowerCase().normalize('NFD')
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u00ad\u2010-\u2015'’.-]/g, '')
    .replace(/[æøđŋŧłßðþı]/g, letter => LETTERS[letter]);
  const terms = text => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  /* The list of the page: each entry by the id of its venue, nationally with its region before it. */
  let groups, status, pending, loading;
  const entry = (li, venues) => {
    const link = /([^/]+)\/[^/]+\/[^/]+\/#venue-(.+)$/.exec(li.id ? '' : li.firstElementChild.href);
    return {li, ...venues.get(link ? link[1] + '/' + link[2] : li.id.slice(6))};
  };
  const collect = venues => [...document.querySelectorAll('.group, .towns > section')].map(section => ({
    section, entries: [...section.querySelectorAll('.cards > li, .towns li')].map(li => entry(li, venues))
  }));

  const texts = given => typeof given === 'string' ? [given] : Object.values(given || {});
  const label = (name, id) => {
    const option = id && field(name) && [...field(name).options].find(one => one.value === id);
    return option ? option.text : '';
  };
  const understood = data => {
    const venues = new Map();
    for (const venue of data.venues) {
      const region = data.region || data.regions[venue.region];
      const covers = venue.covers || [];
      const everywhere = covers[0] === 'all' || !venue.municipality;
      const places = [venue.municipality, ...(everywhere ? region.municipalities : covers)].filter(Boolean);
      const type = [label('type', venue.type), label('kind', venue.kind)].filter(Boolean).join(' · ');
      const address = venue.address || {};
      const words = [venue.name, venue.part_of, venue.offer, region.name, address.place, address.town, type];
      for (const place of places) words.push(data.municipalities[place]);
      venues.set((venue.region ? venue.region + '/' : '') + venue.id,
        {venue, places, type, words: fold([].concat(...words.map(texts)).join(' '))});
    }
    return venues;
  };

  /* In season today; a venue without a season or days is there all year. */
  const isNow = venue => {
    const day = new Date();
    const two = number => String(number).padStart(2, '0');
    const month = two(day.getMonth() + 1) + '-' + two(day.getDate());
    const today = day.getFullYear() + '-' + month;
    const within = ({from, to}) => from <= to ? from <= month && month <= to : from <= month || month <= to;
    return (!venue.popup || venue.popup.from <= today && today <= venue.popup.to)
      && (!venue.season || venue.season.some(within));
  };

  const asked = () => {
    const query = terms(value('q'));
    const [place, kind, type] = ['place', 'kind', 'type'].map(value);
    const stepFree = value('step-free');
    const now = value('now');
    return ({venue, places, words}) => venue
      && (!place || places.includes(place))
      && (!kind || venue.kind === kind)
      && (!type || venue.type === type)
      && (!stepFree || venue.accessibility && venue.accessibility.step_free)
      && (!now || isNow(venue))
      && query.every(term => words.includes(term));
  };

  /* Beside a name in the national list: what it is and what the card gives, in the best language there is. */
  const describe = entry => {
    if (entry.li.id || entry.told) return;
    entry.told = document.createElement('small');
    entry.told.className = 'told';
    const offer = entry.venue.offer || {};
    const best = said.chain.split(' ').concat(Object.keys(offer)).find(one => offer[one]);
    entry.told.textContent = entry.type + (entry.type && best ? ': ' : '');
    if (best) {
      const words = document.createElement('span');
      if (best !== lang) words.lang = best;
      words.textContent = offer[best];
      entry.told.appendChild(words);
    }
    entry.li.appendChild(entry.told);
  };

  const plural = new Intl.PluralRules(lang);
  const tell = (count, rest) => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      const number = String(count).replace(/\B(?=(\d{3})+$)/g, said.thousands);
      status.firstElementChild.textContent = (said[plural.select(count)] || said.other).replace('#', number);
      status.lastElementChild.textContent = rest;
    }, 250);
  };

  const active = () => fields.some(one => value(one.name));
  const apply = () => {
    const some = active();
    document.getElementById('main').classList.toggle('finding', some);
    form.querySelector('[type="reset"]').hidden = !some;
    if (!groups) return some && load();
    const fits = some ? asked() : () => true;
    let shown = [];
    for (const {section, entries} of groups) {
      const here = entries.filter(fits);
      shown = shown.concat(here);
      if (section.hidden !== !here.length) section.hidden = !here.length;
      /* What stands in a hidden part is left as it is: a thousand changes would be seen as a delay. */
      if (here.length) for (const one of entries) if (one.li.hidden === here.includes(one)) one.li.hidden = !one.li.hidden;
    }
    if (some && shown.length <= 40) shown.forEach(describe);
    tell(shown.length, !some ? '' : shown.length ? said.of : said.none);
  };

  const load = () => {
    if (loading) return;
    loading = fetch(form.dataset.source).then(answer => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(data => {
      groups = collect(understood(data));
      apply();
    }).catch(() => {
      loading = undefined;
      status.lastElementChild.textContent = said.failed;
    });
  };

  /* The state in the address: a step back for each change, one for all letters of a word. */
  const read = early => {
    const given = new URLSearchParams(location.search);
    for (const one of fields) {
      if (early && value(one.name)) continue;
      const text = given.get(one.name) || '';
      if (one.type === 'checkbox') one.checked = text === one.value;
      else one.value = text;
      if (one.selectedIndex < 0) one.selectedIndex = 0;
    }
  };
  let typing = false;
  const write = goesOn => {
    const given = new URLSearchParams();
    for (const one of fields) if (value(one.name)) given.set(one.name, value(one.name));
    const query = String(given);
    const address = location.pathname + (query && '?' + query);
    try {
      history[goesOn ? 'replaceState' : 'pushState'](null, '', address);
    } catch (tooOften) { /* Safari allows a hundred in half a minute: the address lags, the list does not */ }
  };

  /* Somebody may have been quicker than the script: what is in the fields stays. */
  const early = active();
  read(early);
  if (early) write(true);
  form.addEventListener('focusin', load);
  form.addEventListener('input', event => {
    const text = event.target.name === 'q';
    write(text && typing);
    typing = text;
    apply();
  });
  form.addEventListener('change', () => { typing = false; });
  form.addEventListener('submit', event => {
    event.preventDefault();
    status.focus();
    status.scrollIntoView();
  });
  form.addEventListener('reset', () => setTimeout(() => {
    typing = false;
    write(false);
    apply();
    field('q').focus();
  }));
  addEventListener('popstate', () => {
    typing = false;
    read();
    apply();
  });
  status = document.getElementById('found');
  if (active()) apply();
})();
