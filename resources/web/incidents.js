/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Single incidents as one picture over the map: ten thousand marks of their own would make a slow computer stand still. */
(function () {
  'use strict';
  var RADIUS = 8, PAD = 0.25, NEAR = 9, DAY = 86400000;
  /* Of a box of 16, as the legend draws them. */
  var FORMS = [
    function (c) { c.arc(8, 8, 5, 0, 2 * Math.PI); },
    function (c) { c.rect(3.5, 3.5, 9, 9); },
    function (c) { c.moveTo(8, 2); c.lineTo(14, 13); c.lineTo(2, 13); },
    function (c) { c.moveTo(8, 1.5); c.lineTo(14.5, 8); c.lineTo(8, 14.5); c.lineTo(1.5, 8); },
    function (c) { c.moveTo(8, 14); c.lineTo(2, 3); c.lineTo(14, 3); }
  ];
  function sprite(number, colour, side) {
    var canvas = document.createElement('canvas'), c = canvas.getContext('2d');
    canvas.width = canvas.height = side;
    c.scale(side / 16, side / 16);
    c.beginPath();
    FORMS[number % FORMS.length](c);
    c.closePath();
    c.lineWidth = 2;
    c.strokeStyle = '#fff';
    c.stroke();
    c.fillStyle = colour;
    c.fill();
    return canvas;
  }

  var Dots = L.Layer.extend({
    initialize: function (columns) {
      this.columns = columns;
      this.chosen = [];
    },
    getEvents: function () { return { moveend: this.draw, resize: this.draw, click: this.ask }; },
    onAdd: function (map) {
      var pane = map.getPane('incidents') || map.createPane('incidents');
      pane.style.zIndex = 450;
      pane.style.pointerEvents = 'none';
      this.canvas = L.DomUtil.create('canvas', 'incident-canvas leaflet-zoom-hide', pane);
      this.canvas.setAttribute('aria-hidden', 'true');
      this.draw();
    },
    onRemove: function () { this.canvas.remove(); this.canvas = null; },
    choose: function (chosen) {
      this.chosen = chosen;
      if (this.canvas) { this.draw(); }
    },
    /* Where a metre lies on the screen: a line, since the map units are metres. */
    scale: function () {
      var o = this.columns, step = 1000;
      var first = this._map.latLngToContainerPoint([o.north, o.west]);
      var other = this._map.latLngToContainerPoint([o.north - step, o.west + step]);
      return { x: first.x, y: first.y, dx: (other.x - first.x) / step, dy: (other.y - first.y) / step };
    },
    draw: function () {
      var size = this._map.getSize(), pad = size.multiplyBy(PAD).round(), at = this.scale(), o = this.columns;
      var ratio = Math.min(window.devicePixelRatio || 1, 2), canvas = this.canvas, wide = size.x + 2 * pad.x, high = size.y + 2 * pad.y;
      canvas.width = wide * ratio;
      canvas.height = high * ratio;
      canvas.style.width = wide + 'px';
      canvas.style.height = high + 'px';
      L.DomUtil.setPosition(canvas, this._map.containerPointToLayerPoint(pad.multiplyBy(-1)));
      var side = Math.round(16 * ratio * (at.dx > 0.4 ? 1 : 0.7)), half = side / 2;
      var sprites = o.colours.map(function (colour, number) { return sprite(number, colour, side); });
      var c = canvas.getContext('2d');
      for (var n = 0; n < this.chosen.length; n++) {
        var i = this.chosen[n], x = at.x + o.x[i] * at.dx + pad.x, y = at.y + o.y[i] * at.dy + pad.y;
        if (x > -RADIUS && y > -RADIUS && x < wide + RADIUS && y < high + RADIUS) {
          c.drawImage(sprites[o.groups[o.category[i]]], Math.round(x * ratio - half), Math.round(y * ratio - half));
        }
      }
    },
    /* What lies nearest to a click, if anything is near. */
    ask: function (event) {
      var at = this.scale(), o = this.columns, best = -1, least = NEAR * NEAR, p = event.containerPoint;
      this.chosen.forEach(function (i) {
        var dx = at.x + o.x[i] * at.dx - p.x, dy = at.y + o.y[i] * at.dy - p.y, far = dx * dx + dy * dy;
        if (far <= least) { least = far; best = i; }
      });
      if (best >= 0) { this.tell(best, L.latLng(o.north - o.y[best], o.west + o.x[best])); }
    }
  });

  function control(name) { return document.getElementById('incident-' + name); }
  function optionText(name, value) {
    var option = control(name).querySelector('option[value="' + value + '"]');
    return option ? option.textContent : '';
  }
  function line(parent, name, text) { parent.appendChild(document.createElement(name)).textContent = text; }

  var est = window.EST, page = est && est.page, data = est && est.data && est.data.incidents, isShown = false;
  if (!page || !data) { return; }
  var first = Date.parse(data.first + 'T00:00:00Z'), weekdays = data.day.map(function (day) {
    return day < 0 ? 'unknown' : String((new Date(first + day * DAY).getUTCDay() + 6) % 7);
  });
  var dots = new Dots(data);
  function dayText(i) {
    if (data.day[i] < 0) { return optionText('weekday', 'unknown'); }
    var form = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' };
    return new Date(first + data.day[i] * DAY).toLocaleDateString(document.documentElement.lang, form);
  }
  dots.tell = function (i, place) {
    var box = document.createElement('div');
    line(box, 'strong', optionText('kind', 'c' + data.category[i]));
    line(box, 'div', dayText(i));
    line(box, 'div', optionText('part', data.part[i]));
    var popup = L.popup({ offset: [0, -4] }).setLatLng(place).setContent(box).openOn(page.map);
    popup.getElement().querySelector('.leaflet-popup-close-button').setAttribute('aria-label', est.data.texts.close);
  };
  function chosen() {
    var kind = control('kind').value, weekday = control('weekday').value, part = control('part').value, found = [];
    var number = Number(kind.slice(1)), isGroup = kind.charAt(0) === 'g';
    for (var i = 0; i < data.x.length; i++) {
      var own = isGroup ? data.groups[data.category[i]] : data.category[i];
      if ((kind === '' || own === number) && (weekday === '' || weekdays[i] === weekday) && (part === '' || data.part[i] === part)) {
        found.push(i);
      }
    }
    return found;
  }
  function apply() {
    var count = control('count'), found = chosen();
    count.textContent = count.dataset.text.replace('{shown}', found.length).replace('{total}', data.x.length);
    control('on').checked = isShown;
    dots.choose(found);
    if (isShown !== page.map.hasLayer(dots)) { page.map[isShown ? 'addLayer' : 'removeLayer'](dots); }
  }
  document.addEventListener('change', function (event) {
    if (event.target.id.indexOf('incident-') !== 0) { return; }
    /* Who chooses among them wants to see them. */
    isShown = event.target.id === 'incident-on' ? event.target.checked : true;
    apply();
  });
  /* The controls are others when the page has changed its language. */
  document.addEventListener('est:language', apply);
  apply();
}());
