/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The page as a presentation for a clicker: the whole area, place after place, the measures. */
(function () {
  'use strict';
  var est = window.EST = window.EST || {};
  var root = document.documentElement;
  /* As many measures as stand beside the map of a small projector in large text. */
  var ON_A_STEP = 3, MOST_MEASURES = 9;
  /* A meeting does not sit through more. */
  var MOST_PLACES = 10, MOST_CAUSES = 2;
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

  function counted(number, total) { return est.data.texts.step.replace('{number}', number).replace('{total}', total); }
  function further(count) { return named('p', est.data.texts.further.replace('{count}', count)); }
  /* One sign for all kinds of measures: on the overview it is asked what a mark is, not of which kind. */
  function shortKey() {
    return plain(copyOf('.stage > .key')).filter(function (key) {
      var kinds = key.querySelectorAll('.kind'), measures = document.createElement('span');
      if (kinds.length) {
        measures.append(kinds[0].querySelector('.icon').cloneNode(), est.data.texts.measures);
        kinds[0].before(measures);
      }
      kinds.forEach(function (kind) { kind.remove(); });
      return key.textContent.trim() !== '';
    });
  }
  /* First what and when, then the numbers: each fits a small projector. */
  function overviewSteps() {
    var title = document.querySelector('h1').textContent, short = document.getElementById('h-summary').textContent;
    var words = [named('p', document.querySelector('.period').textContent)].concat(plain(copyOf('.summary')), shortKey());
    return [
      { head: title, words: words.concat(plain(copyOf('.stage > .squares'))) },
      { head: short, words: plain(copyOf('.facts')) }
    ];
  }
  /* Of each cause the problem alone: what speaks for it is read in the list. */
  function causeLines(box) {
    var texts = Array.from(box.querySelectorAll('li'), function (cause) {
      return (cause.querySelector('strong') || cause).textContent;
    });
    var head = Array.from(box.children).filter(function (node) { return node.matches('p, div'); })[0];
    return texts.length ? lines((head || box.firstElementChild).textContent, texts, MOST_CAUSES) : [];
  }
  /* A heading, the first of the texts, and how many more there are. */
  function lines(head, texts, most) {
    var list = document.createElement('ul'), rest = texts.length - most;
    texts.slice(0, most).forEach(function (text) { list.append(named('li', text)); });
    return [named('p', head), list].concat(rest > 0 ? further(rest) : []);
  }
  /* What is folded in the list stands open: nobody unfolds anything with a clicker. */
  function unfold(box) {
    box.querySelectorAll('details').forEach(function (fold) {
      var head = fold.querySelector('summary');
      head.remove();
      fold.querySelectorAll('br').forEach(function (end) { end.replaceWith('\n'); });
      var texts = fold.textContent.split('\n').filter(function (text) { return text.trim() !== ''; });
      fold.replaceWith.apply(fold, lines(head.textContent, texts, ON_A_STEP));
    });
  }
  function placeStep(key) {
    var row = byId(key), told = row.cloneNode(true), causes = told.querySelector('.causes');
    var head = told.querySelector('a[data-key="' + key + '"]'), why = causes ? causeLines(causes) : [];
    var own = Array.from(told.querySelectorAll('a[data-key]'), function (link) { return link.dataset.key; });
    head.remove();
    if (causes) { causes.remove(); }
    unfold(told);
    var words = Array.from(plain([told])[0].children).filter(function (node) { return node.textContent.trim() !== ''; });
    return { key: key, keys: own, head: head.textContent, words: words.concat(why) };
  }
  /* Where: as the row says it, or the place whose text names the measure. */
  function placeOf(row) {
    var link = Array.from(document.querySelectorAll('ol.places li a[data-key]')).filter(function (one) {
      return one.dataset.key === row.id;
    })[0];
    var where = row.querySelector('.where');
    return where && where.textContent.trim() ? where.textContent.trim() : link ? link.closest('ol.places > li').querySelector('a').textContent : '';
  }
  function measureLine(row) {
    var line = document.createElement('li'), copy = plain([row.cloneNode(true)])[0];
    var texts = Array.from(copy.cells, function (cell) { return cell.matches('.title, .where') ? '' : cell.textContent.trim(); });
    var title = copy.querySelector('.title');
    var what = named('div', title && title.textContent.trim() ? ': ' + title.textContent.trim() : '');
    what.prepend(row.querySelector('.icon').cloneNode(true), named('strong', texts[0] + '. ' + texts[1]));
    what.className = 'clipped';
    line.append(what);
    if (placeOf(row)) {
      line.append(named('div', placeOf(row)));
      line.lastChild.className = 'clipped one';
    }
    /* A date does not break over lines. */
    var more = texts.slice(2).filter(function (text) { return text && text !== '–'; }).join(' · ');
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
  /* What a meeting must talk of: what is not finished, the overdue first; of a status that is chosen all. */
  function measureRows() {
    var status = byId('measure-filter');
    var rows = Array.from(document.querySelectorAll('#s-measures tbody tr')).filter(function (row) {
      return !row.hidden && ((status && status.value) || !row.classList.contains('finished'));
    });
    function isLate(row) { return row.classList.contains('late'); }
    return rows.filter(isLate).concat(rows.filter(function (row) { return !isLate(row); }));
  }
  function measureSteps() {
    var rows = measureRows(), shown = rows.slice(0, MOST_MEASURES), steps = [];
    for (var first = 0; first < shown.length; first += ON_A_STEP) {
      var some = shown.slice(first, first + ON_A_STEP), list = document.createElement('ul');
      list.append.apply(list, some.map(function (row) {
        return row.querySelector('.icon') ? measureLine(row) : numberLine(row);
      }));
      var part = counted(first / ON_A_STEP + 1, Math.ceil(shown.length / ON_A_STEP));
      var head = est.data.texts.measures + (shown.length > ON_A_STEP ? ', ' + part : '');
      steps.push({ head: head, words: [list], keys: some.map(function (row) { return row.id; }) });
    }
    if (rows.length > shown.length) { steps[steps.length - 1].words.push(further(rows.length - shown.length)); }
    return steps;
  }

  /* A mark that is seen from the back of the room: all of it grows, so that nothing of it covers the rest. */
  function grown(icon) {
    function larger(size) { return size && Array.from(size, function (one) { return 1.5 * one; }); }
    var asked = icon.options;
    return L.divIcon(L.extend({}, asked, { iconSize: larger(asked.iconSize), iconAnchor: larger(asked.iconAnchor) }));
  }
  /* The map's marks, and which of them a step is about; without a step all, as they were. */
  function makeMarks(page) {
    var kept = {}, icons = new Map();
    function isOf(step, name, layer) {
      var own = [step.key].concat(step.keys || []).map(function (key) { return page.found[key]; }).filter(Boolean);
      var area = page.found[step.key] && page.found[step.key].outline;
      return name === 'hotspots' || name === 'squares' || own.some(function (thing) {
        return layer === thing.marker || layer === thing.outline;
      }) || Boolean(name !== 'measures' && area && layer.getLatLng && area.getBounds().contains(layer.getLatLng()));
    }
    return {
      keep: function () {
        Object.keys(page.layers).forEach(function (name) {
          kept[name] = page.layers[name].getLayers();
          kept[name].forEach(function (layer) {
            /* A square's number has the room of its square. */
            if (!layer.getIcon || name === 'squares') { return; }
            icons.set(layer, layer.getIcon());
            layer.setIcon(grown(layer.getIcon()));
            /* What a step is about lies over the numbers of the places. */
            if (name !== 'hotspots') { layer.setZIndexOffset(2000); }
          });
        });
      },
      show: function (step) {
        Object.keys(kept).forEach(function (name) {
          kept[name].forEach(function (layer) {
            page.layers[name][isOf(step, name, layer) ? 'addLayer' : 'removeLayer'](layer);
          });
        });
      },
      restore: function () {
        icons.forEach(function (icon, layer) {
          layer.setIcon(icon);
          if (kept.hotspots.indexOf(layer) < 0) { layer.setZIndexOffset(0); }
        });
        Object.keys(kept).forEach(function (name) {
          kept[name].forEach(function (layer) { page.layers[name].addLayer(layer); });
        });
        page.nameMarks();
        if (est.list) { est.list.filter(); }
      }
    };
  }

  est.makePresentation = function (page, say) {
    var steps = [], now = 0, view = null, isFull = false, marks = makeMarks(page);
    function isOn() { return root.classList.contains('presenting'); }
    function go(number) {
      now = Math.max(0, Math.min(steps.length - 1, number));
      var step = steps[now], slide = document.querySelector('#presentation .slide');
      var count = counted(now + 1, steps.length);
      slide.querySelector('.step').textContent = count;
      slide.querySelector('h2').textContent = step.head;
      slide.querySelector('.words').replaceChildren.apply(slide.querySelector('.words'), step.words);
      slide.scrollTop = 0;
      /* What is longer than the screen can be moved by keys. */
      slide.tabIndex = slide.scrollHeight > slide.clientHeight ? 0 : -1;
      byId('previous').disabled = now === 0;
      byId('next').disabled = now === steps.length - 1;
      marks.show(step);
      page.point(step.key);
      say(count + '. ' + step.head);
      if (document.activeElement === document.body || document.activeElement.disabled) { place(); }
    }
    /* Put there by no hand: a ring would frame half the screen. Who tabs to it sees where the focus is. */
    function place() {
      var slide = document.querySelector('#presentation .slide');
      slide.classList.add('placed');
      slide.addEventListener('blur', function () { slide.classList.remove('placed'); }, { once: true });
      slide.focus();
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
      marks.keep();
      place();
      go(0);
    }
    function leave() {
      if (!isOn()) { return; }
      root.classList.remove('presenting');
      byId('presentation').hidden = true;
      if (document.fullscreenElement) { document.exitFullscreen(); }
      page.refit();
      page.point(null);
      marks.restore();
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
