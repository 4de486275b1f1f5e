/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The map of a package. All texts stand in the page already; without this script nothing but the moving map is lost. */
(function () {
  'use strict';
  var root = document.documentElement;
  function byId(id) { return document.getElementById(id); }
  function read(id) { return JSON.parse(byId(id).textContent); }

  var data, tiles;
  try {
    data = read('data');
    tiles = read('tiles');
  } catch (error) {
    byId('broken').hidden = false;
    return;
  }
  root.classList.add('js');
  var texts = data.texts, frame = data.frame;
  /* Tiles are stretched beyond their last zoom; without tiles the places still want a close look. */
  var closest = Math.max(frame.zooms + 1, 4);
  var still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

  /* Map units are metres of the database's own CRS: x to the east, y to the north. */
  var crs = L.extend({}, L.CRS.Simple, {
    transformation: new L.Transformation(1, -frame.west, -1, frame.north),
    scale: function (z) { return Math.pow(2, z) / frame.resolution; },
    zoom: function (s) { return Math.log(s * frame.resolution) / Math.LN2; }
  });
  function bounds(b) { return L.latLngBounds([b[1], b[0]], [b[3], b[2]]); }
  var whole = bounds(data.extent);
  var map = L.map('map', {
    crs: crs, zoomControl: false, zoomSnap: 0.25, zoomDelta: 1, minZoom: -3, maxZoom: closest,
    maxBounds: whole.pad(0.5), zoomAnimation: !still, fadeAnimation: false, markerZoomAnimation: !still
  });
  map.attributionControl.setPrefix(false).addAttribution(data.attribution);
  L.control.zoom({ zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  var north = L.control({ position: 'topright' });
  north.onAdd = function () {
    var box = L.DomUtil.create('div', 'north');
    box.innerText = '▲\n' + texts.north;
    box.title = texts.northTitle;
    return box;
  };
  north.addTo(map);

  var Tiles = L.TileLayer.extend({
    getTileUrl: function (c) { return tiles.images[tiles.index[c.z + '/' + c.x + '_' + c.y]] || tiles.empty; }
  });
  if (frame.zooms > 0) {
    new Tiles('', {
      tileSize: frame.tile, minZoom: -3, maxZoom: closest, minNativeZoom: 0, maxNativeZoom: frame.zooms - 1, bounds: bounds(frame.bounds)
    }).addTo(map);
  }

  function shape(geometry, style) {
    return L.geoJSON(geometry, {
      style: style, interactive: false, coordsToLatLng: function (c) { return L.latLng(c[1], c[0]); }
    });
  }
  function mark(name, text, at, size, anchor) {
    var box = document.createElement('span');
    box.textContent = text;
    return L.marker(at, {
      keyboard: false, alt: '', icon: L.divIcon({ className: name, html: box, iconSize: size, iconAnchor: anchor })
    });
  }
  function at(point) { return L.latLng(point[1], point[0]); }

  var layers = { hotspots: L.layerGroup(), measures: L.layerGroup(), walks: L.layerGroup() };
  var things = {};
  function add(layer, thing, marker, outline) {
    if (outline) { outline.addTo(layers[layer]); }
    if (marker) {
      marker.addTo(layers[layer]).on('click', function () { location.hash = thing.key; select(thing.key); });
    }
    things[thing.key] = { layer: layer, thing: thing, marker: marker, outline: outline };
  }
  data.hotspots.forEach(function (spot) {
    var marker = mark('place-mark', String(spot.rank), at(spot.at), [32, 32]).setZIndexOffset(1000);
    add('hotspots', spot, marker, shape(spot.shape, { color: '#b3261e', weight: 3, fillColor: '#b3261e', fillOpacity: 0.2 }));
  });
  /* Measures in one and the same place stand side by side. */
  var taken = {};
  data.measures.forEach(function (measure) {
    var place = measure.at.join(), beside = taken[place] || 0;
    taken[place] = beside + 1;
    var name = 'measure-mark icon icon-' + measure.sign + (beside ? ' beside' : '');
    /* On a stem, so that no hotspot's number hides it. */
    var marker = mark(name, String(measure.number), at(measure.at), [30, 30], [15 - 36 * beside, 46]);
    marker.options.title = measure.name;
    add('measures', measure, marker, /Point/.test(measure.shape.type) ? null : stretch(measure));
  });
  /* Colour and pattern of the kind between black edges. */
  function stretch(measure) {
    var dashes = measure.dashes && measure.dashes.map(function (width) { return 4 * width; }).join(' ');
    return L.featureGroup([
      shape(measure.shape, { color: '#1b1b1b', weight: 8, lineCap: 'butt', fill: false }),
      shape(measure.shape, { color: measure.color, weight: 4, lineCap: 'butt', dashArray: dashes, fillColor: measure.color, fillOpacity: 0.25 })
    ]);
  }
  data.walks.forEach(function (walk) {
    var outline = walk.shape ? shape(walk.shape, { color: '#6a1b9a', weight: 4, dashArray: '8 6' }) : null;
    add('walks', walk, null, outline);
    walk.stops.forEach(function (stop) { mark('stop-mark', String(stop.number), at(stop.at), [24, 24]).addTo(layers.walks); });
  });

  document.querySelectorAll('input[data-layer]').forEach(function (box) {
    function apply() { map[box.checked ? 'addLayer' : 'removeLayer'](layers[box.dataset.layer]); }
    box.addEventListener('change', function () {
      apply();
      say((box.checked ? texts.shown : texts.hidden).replace('{layer}', box.parentNode.textContent.trim()));
    });
    apply();
  });

  var density = null;
  document.querySelectorAll('input[name=density]').forEach(function (radio) {
    function apply() {
      if (!radio.checked) { return; }
      if (density) { density.remove(); density = null; }
      if (data.densities[radio.value]) {
        density = L.imageOverlay(data.densities[radio.value], bounds(data.densityBounds), { className: 'density', alt: '' }).addTo(map);
      }
    }
    radio.addEventListener('change', apply);
    apply();
  });

  function say(text) { byId('said').textContent = text; }

  var current = null;
  function unmark() {
    document.querySelectorAll('.current').forEach(function (node) { node.classList.remove('current'); });
    document.querySelectorAll('[aria-current]').forEach(function (node) { node.removeAttribute('aria-current'); });
    current = null;
  }
  function popupText(thing) {
    var box = document.createElement('div');
    var name = document.createElement('strong');
    name.textContent = thing.name;
    box.appendChild(name);
    var more = document.createElement('div');
    more.textContent = thing.text;
    box.appendChild(more);
    return box;
  }
  function select(key) {
    var found = things[key];
    if (!found || current === key) { return; }
    unmark();
    current = key;
    var row = byId(key);
    if (row) {
      row.classList.add('current');
      var link = row.querySelector('a');
      if (link) { link.setAttribute('aria-current', 'true'); }
    }
    var box = document.querySelector('input[data-layer=' + found.layer + ']');
    if (!box.checked) { box.checked = true; map.addLayer(layers[found.layer]); }
    var area = found.outline ? found.outline.getBounds() : L.latLngBounds([at(found.thing.at)]);
    map.fitBounds(area.pad(0.6), { maxZoom: Math.max(2, frame.zooms), animate: false });
    if (found.marker) { found.marker.getElement().classList.add('current'); }
    var popup = L.popup({ autoPanPadding: [20, 20], offset: [0, -12] })
      .setLatLng(at(found.thing.at)).setContent(popupText(found.thing)).openOn(map);
    var close = popup.getElement().querySelector('.leaflet-popup-close-button');
    close.setAttribute('aria-label', texts.close);
    close.title = texts.close;
    say(texts.shows.replace('{name}', found.thing.name));
  }
  map.on('popupclose', function () {
    /* Opening the next popup closes the last one: only a popup that nothing follows ends the choice. */
    setTimeout(function () { if (!isOpen()) { unmark(); } }, 0);
  });
  function isOpen() {
    var open = false;
    map.eachLayer(function (layer) { if (layer instanceof L.Popup) { open = true; } });
    return open;
  }
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { map.closePopup(); }
  });
  function followHash() { select(decodeURIComponent(location.hash.slice(1))); }
  window.addEventListener('hashchange', followHash);
  document.querySelectorAll('a[data-key]').forEach(function (link) {
    link.addEventListener('click', function (event) {
      event.preventDefault();
      history.replaceState(null, '', '#' + link.dataset.key);
      select(link.dataset.key);
    });
  });

  var filter = byId('measure-filter');
  if (filter) {
    filter.addEventListener('change', function () {
      var rows = document.querySelectorAll('#measure-rows tr'), shown = 0;
      rows.forEach(function (row) {
        row.hidden = filter.value !== '' && row.dataset.status !== filter.value;
        shown += row.hidden ? 0 : 1;
      });
      say(texts.rows.replace('{shown}', shown).replace('{total}', rows.length));
    });
  }

  byId('whole').addEventListener('click', function () { map.closePopup(); map.fitBounds(whole, { animate: false }); });
  byId('larger').addEventListener('click', function () {
    this.setAttribute('aria-pressed', String(root.classList.toggle('larger')));
    map.invalidateSize({ animate: false });
  });
  byId('print').addEventListener('click', function () {
    root.classList.add('printing');
    map.invalidateSize({ animate: false });
    setTimeout(function () { window.print(); }, 400);
  });
  window.addEventListener('afterprint', function () {
    root.classList.remove('printing');
    map.invalidateSize({ animate: false });
  });

  map.fitBounds(whole, { animate: false });
  followHash();
  root.dataset.ready = 'true';
}());
