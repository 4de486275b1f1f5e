/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The address holds the view: #p3&d=before&z=2.5/674000/6580000&off=walks&theme=dark&lang=en&text=150. What is not
   understood is passed over. */
(function () {
  'use strict';
  var est = window.EST = window.EST || {};
  var root = document.documentElement;
  var SIZES = ['100', '125', '150', '200'], THEMES = ['light', 'dark', 'contrast'];

  function parse(hash) {
    var wish = Object.create(null);
    hash.replace(/^#/, '').split('&').forEach(function (part) {
      var cut = part.indexOf('='), name = cut < 0 ? 'key' : part.slice(0, cut);
      try { wish[name] = decodeURIComponent(part.slice(cut + 1)); } catch (error) { /* Cut off by a mail program. */ }
    });
    return wish;
  }
  function place(text) {
    var numbers = (text || '').split('/').map(Number);
    return numbers.length === 3 && numbers.every(isFinite) ? numbers : null;
  }

  est.makeView = function (page, say) {
    var own = est.ownTheme, language = root.lang;
    function setTheme(theme) {
      if (THEMES.indexOf(theme) >= 0) { root.dataset.theme = theme; }
      document.getElementById('theme').value = root.dataset.theme;
    }
    function setSize(size) {
      if (SIZES.indexOf(size) >= 0) { root.dataset.text = size; }
      var button = document.getElementById('larger'), texts = est.data.texts;
      var isLargest = root.dataset.text === SIZES[SIZES.length - 1];
      button.textContent = isLargest ? texts.ordinary : texts.larger;
      page.refit();
    }
    function larger() {
      var size = SIZES[(SIZES.indexOf(root.dataset.text) + 1) % SIZES.length];
      setSize(size);
      write();
      say(est.data.texts.textSize.replace('{percent}', size));
    }
    /* What differs from how the file opens, so that a link to a place stays short. */
    function format(withPlace) {
      var parts = [page.current() || ''], map = page.map, centre = map.getCenter();
      if (page.density() !== page.firstDensity) { parts.push('d=' + page.density()); }
      if (withPlace) { parts.push('z=' + [map.getZoom(), Math.round(centre.lng), Math.round(centre.lat)].join('/')); }
      if (page.hidden().length) { parts.push('off=' + page.hidden().join(',')); }
      if (withPlace || root.dataset.theme !== own) { parts.push('theme=' + root.dataset.theme); }
      if (withPlace || root.lang !== language) { parts.push('lang=' + root.lang); }
      if (root.dataset.text !== '100') { parts.push('text=' + root.dataset.text); }
      return '#' + parts.filter(Boolean).join('&');
    }
    function write() {
      /* A preview may run the page where addresses cannot change. */
      try { history.replaceState(null, '', format(false)); } catch (error) { /* The view is shown all the same. */ }
    }
    function apply(hash) {
      var wish = parse(hash), spot = place(wish.z);
      if (wish.lang && est.language) { est.language.show(wish.lang); }
      if (wish.theme) { setTheme(wish.theme); }
      if (wish.text) { setSize(wish.text); }
      if (wish.d === '' || Object.prototype.hasOwnProperty.call(est.data.densities, wish.d)) { page.showDensity(wish.d); }
      (wish.off || '').split(',').forEach(function (layer) { page.show(layer, false); });
      if (wish.key && wish.key !== page.current()) { page.select(wish.key); }
      if (spot && page.map.options.maxBounds.contains([spot[2], spot[1]])) {
        page.map.setView([spot[2], spot[1]], Math.max(-3, Math.min(page.map.getMaxZoom(), spot[0])), { animate: false });
      }
    }
    root.dataset.text = '100';
    setTheme(root.dataset.theme || 'light');
    setSize('100');
    return {
      setTheme: setTheme, larger: larger, write: write, apply: apply,
      link: function () { return location.href.split('#')[0] + format(true); },
      reword: function () { setTheme(root.dataset.theme); setSize(root.dataset.text); }
    };
  };
}());
