/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The second language of the page: its texts sleep in a template, its pictures are those of the first. */
(function () {
  'use strict';
  var est = window.EST = window.EST || {};
  var root = document.documentElement;

  /* The first with what the second says otherwise: lists by the number of their items. */
  function merged(first, second) {
    if (second === null || second === undefined) { return first; }
    if (typeof second !== 'object' || Array.isArray(second) || typeof first !== 'object' || first === null) { return second; }
    var made = Array.isArray(first) ? first.slice() : Object.assign({}, first);
    Object.keys(second).forEach(function (key) { made[key] = merged(first[key], second[key]); });
    return made;
  }
  /* The moving map goes over into the other body; what held its place there takes its place here. */
  function moveMap(body) {
    var map = document.getElementById('map'), holder = body.querySelector('#map'), name = map.getAttribute('aria-label');
    var gap = document.createComment('');
    map.setAttribute('aria-label', holder.getAttribute('aria-label'));
    holder.setAttribute('aria-label', name);
    holder.replaceWith(gap);
    map.replaceWith(holder);
    gap.replaceWith(map);
  }
  /* What a person has set goes with it. */
  function keepChoices(from, to) {
    from.querySelectorAll('select[id], details[id]').forEach(function (old) {
      var next = to.querySelector('#' + old.id);
      if (next) { next[old.matches('select') ? 'value' : 'open'] = old.matches('select') ? old.value : old.open; }
    });
    from.querySelectorAll('.fault').forEach(function (old) { to.querySelector('#' + old.id).hidden = old.hidden; });
  }

  est.makeLanguage = function (reword) {
    var page = document.getElementById('page'), template = document.getElementById('second');
    if (!template || !est.data.second) { return { show: function () {}, turn: function () {} }; }
    var pictures = page.querySelectorAll('img[src^="data:"]'), asleep = template.content;
    var data = {}, first = root.lang, second = template.lang;
    data[first] = est.data;
    data[second] = merged(est.data, est.data.second);
    asleep.querySelectorAll('img[data-picture]').forEach(function (picture) {
      picture.src = pictures[picture.dataset.picture].src;
    });
    function show(language) {
      if (language === root.lang || !data[language]) { return; }
      var down = window.scrollY, rest = document.createDocumentFragment();
      moveMap(asleep);
      while (page.firstChild) { rest.appendChild(page.firstChild); }
      page.appendChild(asleep);
      keepChoices(rest, page);
      asleep = rest;
      root.lang = language;
      est.data = data[language];
      document.title = est.data.texts.pageTitle;
      reword();
      window.scrollTo(0, down);
      document.dispatchEvent(new CustomEvent('est:language'));
    }
    return {
      show: show,
      turn: function () {
        show(root.lang === first ? second : first);
        document.getElementById('language').focus();
      }
    };
  };
}());
