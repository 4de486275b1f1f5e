/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The page as a presentation for a clicker: the whole area, place after place, the measures. */
(function () {
  'use strict';
  var est = window.EST = window.EST || {};
  var root = document.documentElement;
  /* As many measures as stand beside the map of a small projector in large text. */
  var ON_A_STEP = 4;
  /* A meeting does not sit through more. */
  var MOST_PLACES = 10;
  var FORTH = ['PageDown', 'ArrowRight', 'ArrowDown'], BACK = ['PageUp', 'ArrowLeft', 'ArrowUp'];

  function byId(id) { return document.getElementById(id); }
  function copyOf(selector) {
    return Array.from(document.querySelectorAll(selector)).map(function (node) { return node.cloneNode(true); });
  }
  function named(tag, text) {
    var node = document.createElement(tag);
    node.textContent = text;
    return node;
  }
  /* A copy must not have the same ids, nor be something to click. */
  function plain(nodes) {
    nodes.forEach(function (node) {
      node.querySelectorAll('[id]').forEach(function (each) { each.removeAttribute('id'); });
      node.querySelectorAll('a').forEach(function (link) { link.replaceWith(document.createTextNode(link.textContent)); });
      node.querySelectorAll('button').forEach(function (button) { button.remove(); });
    });
    return nodes;
  }

  /* First what and when, then the numbers: each fits a small projector. */
  function overviewSteps() {
    var title = document.querySelector('h1').textContent, short = document.getElementById('h-summary').textContent;
    return [
      { head: title, words: [named('p', document.querySelector('.period').textContent)].concat(plain(copyOf('.summary, .key'))) },
      { head: short, words: plain(copyOf('.facts')) }
    ];
  }
  function placeStep(key) {
    var row = byId(key);
    return {
      key: key, head: row.querySelector('a').textContent,
      words: plain(copyOf('#' + key + ' .status, #' + key + ' p'))
    };
  }
  function measureLine(row) {
    var line = document.createElement('li'), cells = Array.from(plain([row.cloneNode(true)])[0].cells);
    var texts = cells.map(function (cell) { return cell.textContent.trim(); });
    line.append(row.querySelector('.icon').cloneNode(true), named('strong', texts[0] + '. ' + texts[1]));
    if (texts[2]) { line.append(': ' + texts[2]); }
    /* A date does not break over lines. */
    var more = texts.slice(3).filter(function (text) { return text && text !== '–'; }).join(' · ');
    line.append(named('span', more.replace(/(\d)-(?=\d)/g, '$1\u2011')));
    return line;
  }
  /* A row of numbers: those that are not nought, each with the head of its column. */
  function numberLine(row) {
    var heads = row.closest('table').tHead.rows[0].cells, line = document.createElement('li');
    var texts = Array.from(row.cells).map(function (cell, column) {
      return cell.textContent.trim() === '0' ? '' : heads[column].textContent.trim() + ' ' + cell.textContent.trim();
    });
    line.append(named('strong', row.cells[0].textContent.trim()), named('span', texts.slice(1).filter(Boolean).join(' · ')));
    return line;
  }
  function measureSteps() {
    var rows = Array.from(document.querySelectorAll('#s-measures tbody tr')), steps = [];
    for (var first = 0; first < rows.length; first += ON_A_STEP) {
      var list = document.createElement('ul');
      list.append.apply(list, rows.slice(first, first + ON_A_STEP).map(function (row) {
        return row.closest('#measure-rows') ? measureLine(row) : numberLine(row);
      }));
      var part = rows.length > ON_A_STEP ? ' ' + (first + 1) + '–' + Math.min(first + ON_A_STEP, rows.length) : '';
      steps.push({ head: est.data.texts.measures + part, words: [list] });
    }
    return steps;
  }

  est.makePresentation = function (page, say) {
    var steps = [], now = 0, view = null, isFull = false;
    function isOn() { return root.classList.contains('presenting'); }
    function go(number) {
      now = Math.max(0, Math.min(steps.length - 1, number));
      var step = steps[now], slide = document.querySelector('#presentation .slide');
      var count = est.data.texts.step.replace('{number}', now + 1).replace('{total}', steps.length);
      slide.querySelector('.step').textContent = count;
      slide.querySelector('h2').textContent = step.head;
      slide.querySelector('.words').replaceChildren.apply(slide.querySelector('.words'), step.words);
      slide.scrollTop = 0;
      /* What is longer than the screen can be moved by keys. */
      slide.tabIndex = slide.scrollHeight > slide.clientHeight ? 0 : -1;
      byId('previous').disabled = now === 0;
      byId('next').disabled = now === steps.length - 1;
      page.point(step.key);
      say(count + '. ' + step.head);
      if (document.activeElement === document.body || document.activeElement.disabled) { slide.focus(); }
    }
    function fullScreen() {
      isFull = false;
      if (!root.requestFullscreen) { return; }
      root.requestFullscreen().then(function () { isFull = true; page.refit(); }, function () { /* A window does as well. */ });
    }
    function start() {
      view = { centre: page.map.getCenter(), zoom: page.map.getZoom(), key: page.current() };
      steps = overviewSteps().concat(page.places().slice(0, MOST_PLACES).map(placeStep), measureSteps());
      root.classList.add('presenting');
      byId('presentation').hidden = false;
      fullScreen();
      page.refit();
      document.querySelector('#presentation .slide').focus();
      go(0);
    }
    function leave() {
      if (!isOn()) { return; }
      root.classList.remove('presenting');
      byId('presentation').hidden = true;
      if (document.fullscreenElement) { document.exitFullscreen(); }
      page.refit();
      page.point(null);
      if (view.key) { page.select(view.key); }
      page.map.setView(view.centre, view.zoom, { animate: false });
      byId('present').focus();
    }
    /* A step that is longer than the screen is read to its end before the next. */
    function turn(by) {
      var slide = document.querySelector('#presentation .slide'), before = slide.scrollTop;
      slide.scrollTop += by * 0.9 * slide.clientHeight;
      if (Math.abs(slide.scrollTop - before) < 2) { go(now + by); }
    }
    /* True if the key was meant for the presentation. */
    function key(event) {
      var name = event.key, isButton = Boolean(event.target.closest('button'));
      if (!isOn() || event.ctrlKey || event.altKey || event.metaKey) { return false; }
      if (name === 'Escape') { leave(); return true; }
      if ((/^Arrow/.test(name) && event.target.closest('#map')) || (name === ' ' && isButton)) { return false; }
      if (FORTH.indexOf(name) >= 0 || (name === ' ' && !event.shiftKey)) { turn(1); return true; }
      if (BACK.indexOf(name) >= 0 || name === ' ') { turn(-1); return true; }
      if (name === 'Home' || name === 'End') { go(name === 'Home' ? 0 : steps.length - 1); return true; }
      return false;
    }
    document.addEventListener('fullscreenchange', function () {
      page.refit();
      if (isFull && !document.fullscreenElement) { leave(); }
    });
    return {
      start: start, leave: leave, key: key, isOn: isOn,
      next: function () { turn(1); }, previous: function () { turn(-1); }
    };
  };
}());
