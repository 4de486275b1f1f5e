/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The map: tiles, density, places, measures and walks, and what is chosen on it. Map units are metres of the
   database's own CRS: x to the east, y to the north. */
(function () {
  'use strict';
  var est = window.EST = window.EST || {};
  function byId(id) { return document.getElementById(id); }
  function all(selector) { return document.querySelectorAll(selector); }
  function at(point) { return L.latLng(point[1], point[0]); }
  function bounds(b) { return L.latLngBounds([b[1], b[0]], [b[3], b[2]]); }
  function shape(geometry, style) {
    return L.geoJSON(geometry, {
      style: style, interactive: false, coordsToLatLng: function (c) { return L.latLng(c[1], c[0]); }
    });
  }
  function mark(name, text, point, size, anchor) {
    var box = document.createElement('span');
    box.textContent = text;
    return L.marker(point, {
      keyboard: false, alt: '', icon: L.divIcon({ className: name, html: box, iconSize: size, iconAnchor: anchor })
    });
  }

  function makeGround(data, closest) {
    var frame = data.frame, still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    var crs = L.extend({}, L.CRS.Simple, {
      transformation: new L.Transformation(1, -frame.west, -1, frame.north),
      scale: function (z) { return Math.pow(2, z) / frame.resolution; },
      zoom: function (s) { return Math.log(s * frame.resolution) / Math.LN2; }
    });
    return L.map('map', {
      crs: crs, zoomControl: false, zoomSnap: 0.25, zoomDelta: 1, minZoom: -3, maxZoom: closest,
      maxBounds: bounds(data.extent).pad(0.5), zoomAnimation: !still, fadeAnimation: false, markerZoomAnimation: !still,
      inertia: !still
    });
  }
  function addTiles(map, frame, tiles, closest) {
    if (!tiles || frame.zooms < 1) { return; }
    var Tiles = L.TileLayer.extend({
      getTileUrl: function (c) { return tiles.images[tiles.index[c.z + '/' + c.x + '_' + c.y]] || tiles.empty; }
    });
    new Tiles('', {
      tileSize: frame.tile, minZoom: -3, maxZoom: closest, minNativeZoom: 0, maxNativeZoom: frame.zooms - 1,
      bounds: bounds(frame.bounds)
    }).addTo(map);
  }
  /* Colour and pattern of the kind between black edges. */
  function stretch(measure) {
    var dashes = measure.dashes && measure.dashes.map(function (width) { return 4 * width; }).join(' ');
    return L.featureGroup([
      shape(measure.shape, { color: '#1b1b1b', weight: 8, lineCap: 'butt', fill: false }),
      shape(measure.shape, { color: measure.color, weight: 4, lineCap: 'butt', dashArray: dashes, fillColor: measure.color, fillOpacity: 0.25 })
    ]);
  }

  /* Between white edges, so that it is seen over the darkest density too. */
  function place(spot) {
    return L.featureGroup([
      shape(spot.shape, { className: 'place-edge', color: '#fff', weight: 7, fill: false }),
      shape(spot.shape, { className: 'place-line', color: '#b3261e', weight: 3, fillColor: '#b3261e', fillOpacity: 0.2 })
    ]);
  }
  function route(walk) {
    return L.featureGroup([
      shape(walk.shape, { className: 'walk-edge', color: '#fff', weight: 8 }),
      shape(walk.shape, { className: 'walk-line', color: '#6a1b9a', weight: 4, dashArray: '8 6' })
    ]);
  }

  function isFinished(measure) {
    var row = byId(measure.key);
    return Boolean(row && row.classList.contains('finished'));
  }
  /* Many signs would be a heap: from afar each is its number, and what is finished a dot. */
  function crowd(map, whole, count) {
    var MANY = 12;
    function turn() { map.getContainer().classList.toggle('from-afar', map.getZoom() < map.getBoundsZoom(whole) + 1); }
    if (count <= MANY) { return; }
    document.documentElement.classList.add('crowded');
    map.on('zoomend', turn);
    turn();
  }

  /* Gives the map with what the other scripts ask of it; `say` tells a person what happened. */
  est.makeMap = function (tiles, say) {
    /* Tiles are stretched beyond their last zoom; without tiles the places still want a close look. */
    var data = est.data, frame = data.frame, closest = frame.closest === null ? Math.max(frame.zooms + 1, 4) : frame.closest;
    var map = makeGround(data, closest), whole = bounds(data.extent);
    var layers = {
      squares: L.layerGroup(), hotspots: L.layerGroup(), measures: L.layerGroup(), walks: L.layerGroup(), observations: L.layerGroup()
    };
    var found = {}, hidden = {}, current = null, origin = null, density = null, first = data.squares.length ? '' : 'now', seen = first, isQuiet = false;
    var zoom = null, north = null;
    /* The list says all of it; a reader would hear loose numbers. */
    map.getPane('markerPane').setAttribute('aria-hidden', 'true');
    map.attributionControl.setPrefix(false).addAttribution(data.attribution);
    L.control.scale({ imperial: false }).addTo(map);
    addTiles(map, frame, tiles, closest);

    function add(layer, thing, marker, outline) {
      if (outline) { outline.addTo(layers[layer]); }
      if (marker) { marker.addTo(layers[layer]).on('click', function () { select(thing.key, byId('map')); }); }
      found[thing.key] = { layer: layer, at: thing.at, marker: marker, outline: outline };
    }
    data.hotspots.forEach(function (spot) {
      var marker = mark('place-mark', String(spot.rank), at(spot.at), [32, 32]).setZIndexOffset(1000);
      add('hotspots', spot, marker, place(spot));
    });
    /* Of a public edition: the darker and the thicker its edge the more, and the numbers in its middle. */
    data.squares.forEach(function (square) {
      var ring = square.shape.coordinates[0], isSmall = ring[1][0] - ring[0][0] < 400;
      var marker = mark('square square-' + square.level + (isSmall ? ' small' : ''), square.rank, at(square.at), isSmall ? [36, 18] : [50, 24]);
      add('squares', square, marker, shape(square.shape, { className: 'square-line square-line-' + square.level }));
    });
    /* Measures in one and the same place stand side by side, on a stem, so that no hotspot's number hides them. */
    var taken = {};
    data.measures.forEach(function (measure) {
      var place = measure.at.join(), beside = taken[place] || 0;
      taken[place] = beside + 1;
      var name = 'measure-mark icon icon-' + measure.sign + (beside ? ' beside' : '') + (isFinished(measure) ? ' finished' : '');
      var marker = mark(name, String(measure.number), at(measure.at), [30, 30], [15 - 36 * beside, 46]);
      add('measures', measure, marker, /Point/.test(measure.shape.type) ? null : stretch(measure));
    });
    data.walks.forEach(function (walk) {
      var line = walk.shape ? route(walk) : null;
      add('walks', walk, null, line);
      walk.stops.forEach(function (stop) { mark('stop-mark', String(stop.number), at(stop.at), [24, 24]).addTo(layers.walks); });
    });
    /* Beside the number of their stop. */
    data.observations.forEach(function (place) {
      add('observations', place, mark('seen-mark', String(place.number), at(place.at), [26, 22], [-10, 11]));
    });
    Object.keys(layers).forEach(function (name) { layers[name].addTo(map); });

    function named(key) {
      var list = est.data[found[key].layer] || [];
      return list.filter(function (thing) { return thing.key === key; })[0];
    }
    function show(layer, isShown) {
      if (!Object.prototype.hasOwnProperty.call(layers, layer)) { return; }
      hidden[layer] = !isShown;
      map[isShown ? 'addLayer' : 'removeLayer'](layers[layer]);
      all('input[data-layer=' + layer + ']').forEach(function (box) { box.checked = isShown; });
      nameMarks();
    }
    /* A single thing of a layer: its row is filtered away, or is back. */
    function showMark(key, isShown) {
      var thing = found[key];
      [thing && thing.marker, thing && thing.outline].forEach(function (part) {
        if (part) { layers[thing.layer][isShown ? 'addLayer' : 'removeLayer'](part); }
      });
      nameMarks();
    }
    function showDensity(name) {
      seen = name;
      if (density) { density.remove(); density = null; }
      if (est.data.densities[name]) {
        density = L.imageOverlay(est.data.densities[name], bounds(est.data.densityBounds), { className: 'density', alt: '' }).addTo(map);
      }
      all('input[name=density]').forEach(function (radio) { radio.checked = radio.value === name; });
      all('#density-choice').forEach(function (select) { select.value = /-/.test(name) ? name : 'now'; });
      all('[data-seen]').forEach(function (line) { line.hidden = line.dataset.seen !== name; });
    }

    function unmark() {
      all('.current').forEach(function (node) { node.classList.remove('current'); });
      all('[aria-current]').forEach(function (node) { node.removeAttribute('aria-current'); });
    }
    function markCurrent() {
      var row = current && byId(current), link = row && row.querySelector('a'), marker = current && found[current].marker;
      if (row) { row.classList.add('current'); }
      if (link) { link.setAttribute('aria-current', 'true'); }
      if (marker && marker.getElement()) { marker.getElement().classList.add('current'); }
    }
    function popupText(thing) {
      var box = document.createElement('div');
      [['strong', thing.name], ['div', thing.text]].forEach(function (part) {
        box.appendChild(document.createElement(part[0])).textContent = part[1];
      });
      box.tabIndex = -1;
      return box;
    }
    function openPopup(thing) {
      var box = popupText(thing);
      /* Beside the buttons of the map; where there is no room for that, below them. */
      var wide = map.getSize().x, corner = wide < 600 ? [10, 125] : [75, 70];
      var popup = L.popup({ maxWidth: Math.min(300, wide - 90), autoPanPaddingTopLeft: corner, autoPanPaddingBottomRight: [10, 10], offset: [0, -12] }).setLatLng(at(thing.at)).setContent(box).openOn(map);
      var close = popup.getElement().querySelector('.leaflet-popup-close-button');
      close.setAttribute('aria-label', est.data.texts.close);
      close.title = est.data.texts.close;
      return box;
    }
    function look(key) {
      var thing = found[key];
      var area = thing.outline ? thing.outline.getBounds() : L.latLngBounds([at(thing.at)]);
      map.fitBounds(area.pad(0.6), { maxZoom: Math.max(2, frame.zooms), animate: false });
    }
    function choose(key) {
      if (!Object.prototype.hasOwnProperty.call(found, key) || !found[key].at) { return false; }
      unmark();
      current = key;
      show(found[key].layer, true);
      markCurrent();
      look(key);
      return true;
    }
    /* `from` is where the focus goes back to; without it the focus stays where it is. */
    function select(key, from) {
      isQuiet = false;
      if (!choose(key)) { return false; }
      var box = openPopup(named(key));
      if (from) {
        origin = from;
        box.focus({ preventScroll: true });
        byId('map').scrollIntoView({ block: 'nearest' });
      }
      say(est.data.texts.shows.replace('{name}', named(key).name));
      map.fire('est:chosen');
      return true;
    }
    /* A place without words on the map, or none: the words stand beside it. */
    function point(key) {
      isQuiet = true;
      map.closePopup();
      if (!key || !choose(key)) {
        unmark();
        current = null;
        map.fitBounds(whole, { animate: false });
      }
    }
    function isOpen() {
      var open = false;
      map.eachLayer(function (layer) { if (layer instanceof L.Popup) { open = true; } });
      return open;
    }
    map.on('popupclose', function (event) {
      var wasInside = event.popup.getElement().contains(document.activeElement);
      /* Opening the next popup closes the last one: only a popup that nothing follows ends the choice. */
      setTimeout(function () {
        if (isOpen() || isQuiet) { return; }
        unmark();
        current = null;
        if (origin && (wasInside || document.activeElement === document.body)) {
          (document.contains(origin) ? origin : byId('map')).focus();
        }
        origin = null;
        map.fire('est:chosen');
      }, 0);
    });

    function nameMarks() {
      est.data.measures.forEach(function (measure) {
        var node = found[measure.key].marker.getElement();
        if (node) { node.title = measure.name; }
      });
    }
    /* What the map itself says, in the language of the page. */
    function reword() {
      var texts = est.data.texts;
      if (zoom) { zoom.remove(); north.remove(); }
      zoom = L.control.zoom({ zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(map);
      north = L.control({ position: 'topright' });
      north.onAdd = function () {
        var box = L.DomUtil.create('div', 'north');
        box.innerText = '▲\n' + texts.north;
        box.title = texts.northTitle;
        return box;
      };
      north.addTo(map);
      nameMarks();
      Object.keys(layers).forEach(function (name) { show(name, !hidden[name]); });
      showDensity(seen);
      if (current) { openPopup(named(current)); markCurrent(); }
    }

    map.fitBounds(whole, { animate: false });
    crowd(map, whole, data.measures.length);
    reword();
    return {
      map: map, layers: layers, select: select, point: point, show: show, showMark: showMark, showDensity: showDensity, reword: reword, bounds: bounds,
      close: function () { map.closePopup(); },
      found: found, nameMarks: nameMarks,
      showWhole: function () { map.closePopup(); map.fitBounds(whole, { animate: false }); },
      /* The frame has another size: the same ground stays in the middle. */
      refit: function () { map.invalidateSize({ animate: false, pan: true }); },
      current: function () { return current; },
      firstDensity: first,
      density: function () { return seen; },
      hidden: function () { return Object.keys(hidden).filter(function (name) { return hidden[name]; }); },
      places: function () { return Array.from(all('ol.places > li > a[data-key]'), function (link) { return link.dataset.key; }); }
    };
  };
}());
