/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Starts the page. All texts stand in it already: without scripts nothing but the moving map is lost, and what is
   damaged is said. */
(function () {
  'use strict';
  var est = window.EST = window.EST || {};
  var root = document.documentElement;
  function byId(id) { return document.getElementById(id); }
  function tell(fault) { byId(fault).hidden = false; byId('no-map').hidden = true; }
  function say(text) { byId('said').textContent = text; }
  function read(id, fault) {
    try { return JSON.parse(byId(id).textContent); } catch (error) { tell(fault); return null; }
  }
  /* A part that is damaged does nothing, and the page says so. */
  function made(name, inPlace) {
    if (est[name]) {
      try { return est[name].apply(null, Array.prototype.slice.call(arguments, 2)); } catch (error) { /* Told below. */ }
    }
    tell('broken-part');
    return inPlace;
  }
  function nothing() { return ''; }

  est.data = read('data', 'broken-data');
  if (!est.data || !window.L || !est.makeMap) { return est.data && tell('broken-data'); }
  var tiles = read('tiles', 'broken-tiles'), page;
  root.classList.add('js');
  try {
    page = est.makeMap(tiles, say);
  } catch (error) {
    root.classList.remove('js');
    return tell('broken-data');
  }
  est.page = page;
  var view = est.view = made('makeView', { setTheme: nothing, larger: nothing, write: nothing, apply: nothing, link: nothing, reword: nothing }, page, say);
  est.language = made('makeLanguage', { show: nothing, turn: nothing }, reword);
  var presentation = made('makePresentation', { start: nothing, leave: nothing, key: nothing, isOn: nothing }, page, say);
  var list = est.list || { filter: nothing, copy: nothing, text: nothing };
  if (!est.list || !est.savePicture) { tell('broken-part'); }

  function reword() {
    presentation.leave();
    page.reword();
    view.reword();
    list.filter();
    page.refit();
    view.write();
  }
  /* Nothing is folded on paper. */
  var folded = [];
  window.addEventListener('beforeprint', function () {
    folded = Array.from(document.querySelectorAll('.folds details:not([open])'));
    folded.forEach(function (fold) { fold.open = true; });
  });
  window.addEventListener('afterprint', function () {
    folded.forEach(function (fold) { fold.open = false; });
  });
  function print() {
    var kept = page.map.getBounds(), whole = page.bounds(est.data.extent);
    root.classList.add('printing');
    page.map.invalidateSize({ animate: false });
    /* The paper has another shape than the screen: who sees the whole area gets no more ground than that. */
    page.map.fitBounds(kept.contains(whole) ? whole : kept, { animate: false });
    window.addEventListener('afterprint', function () {
      root.classList.remove('printing');
      page.map.invalidateSize({ animate: false });
      page.map.fitBounds(kept, { animate: false });
    }, { once: true });
    setTimeout(function () { window.print(); }, 400);
  }

  var doings = {
    whole: page.showWhole,
    present: function () { presentation.start(); },
    previous: function () { presentation.previous(); },
    next: function () { presentation.next(); },
    leave: function () { presentation.leave(); },
    larger: view.larger,
    language: function () { est.language.turn(); },
    print: print,
    picture: function () { if (est.savePicture) { est.savePicture(page, say); } },
    link: function () { list.copy(view.link(), say); },
    help: function () { byId('keys').showModal(); },
    'close-keys': function () { byId('keys').close(); }
  };
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[data-key]'), button = event.target.closest('button'), more = byId('more');
    if (more.open && !event.target.closest('#more')) { more.open = false; }
    if (link) {
      event.preventDefault();
      page.select(link.dataset.key, link);
    } else if (button && button.dataset.copy) {
      list.copy(list.text(button), say);
    } else if (button && doings[button.id]) {
      doings[button.id]();
    }
  });
  document.addEventListener('change', function (event) {
    var node = event.target;
    if (node.dataset.layer) {
      page.show(node.dataset.layer, node.checked);
      say((node.checked ? est.data.texts.shown : est.data.texts.hidden).replace('{layer}', node.parentNode.textContent.trim()));
    } else if (node.name === 'density') {
      page.showDensity(node.value);
      say(document.querySelector('.seen:not([hidden])').firstChild.data.trim());
    } else if (node.id === 'theme') {
      view.setTheme(node.value);
    } else if (node.id === 'measure-filter' || node.id === 'owner-filter') {
      return say(list.filter());
    }
    view.write();
  });
  document.addEventListener('keydown', function (event) {
    var more = byId('more');
    if (presentation.key(event)) { return event.preventDefault(); }
    if (event.key === 'Escape') {
      if (more.open) { more.open = false; more.querySelector('summary').focus(); }
      page.close();
    } else if (event.target.id === 'map' && /^[0-9]$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey) {
      if (event.key === '0') { page.showWhole(); } else { page.select(page.places()[event.key - 1], event.target); }
    }
  });
  page.map.on('est:chosen', function () { if (!presentation.isOn()) { view.write(); } });
  window.addEventListener('hashchange', function () { view.apply(location.hash); });

  view.apply(location.hash);
  /* A browser goes to the row of the place that the address names; the map is what was meant. */
  window.addEventListener('load', function () {
    if (!page.current()) { return; }
    requestAnimationFrame(function () {
      window.scrollTo(0, 0);
      byId('map').scrollIntoView({ block: 'nearest' });
    });
  });
  byId('no-map').hidden = true;
  root.dataset.ready = 'true';
}());
