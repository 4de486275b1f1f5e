/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The map as it is seen, as a PNG with title, class, what is shown, scale and source. */
(function () {
  'use strict';
  var est = window.EST = window.EST || {};
  /* Twice as fine as the screen, for a slide. */
  var FINE = 2, EDGE = 16, LINE = 24, FONT = 'system-ui, "Segoe UI", Arial, sans-serif';

  function text(selector) {
    var node = document.querySelector(selector);
    return node ? node.textContent.replace(/\s+/g, ' ').trim() : '';
  }
  function pixels(value) { return parseFloat(value) || 0; }

  function drawPictures(context, box, selector) {
    box.querySelectorAll(selector).forEach(function (picture) {
      var frame = box.getBoundingClientRect(), place = picture.getBoundingClientRect();
      context.globalAlpha = Number(getComputedStyle(picture).opacity);
      context.drawImage(picture, place.left - frame.left, place.top - frame.top, place.width, place.height);
      context.globalAlpha = 1;
    });
  }
  function drawLines(context, map, box) {
    var origin = map.layerPointToContainerPoint([0, 0]);
    context.save();
    context.translate(origin.x, origin.y);
    box.querySelectorAll('.leaflet-overlay-pane path').forEach(function (line) {
      var style = getComputedStyle(line), path = new Path2D(line.getAttribute('d'));
      if (style.fill !== 'none') {
        context.globalAlpha = Number(style.fillOpacity);
        context.fillStyle = style.fill;
        context.fill(path, 'evenodd');
      }
      if (style.stroke !== 'none') {
        context.globalAlpha = Number(style.strokeOpacity);
        context.lineWidth = pixels(style.strokeWidth);
        context.lineCap = style.strokeLinecap;
        context.lineJoin = style.strokeLinejoin;
        context.setLineDash(style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[ ,]+/).map(pixels));
        context.strokeStyle = style.stroke;
        context.stroke(path);
      }
    });
    context.restore();
  }
  /* A mark is drawn from its style: ground, border, icon, number. */
  function drawBox(context, node, frame, icon) {
    var style = getComputedStyle(node), place = node.getBoundingClientRect(), border = pixels(style.borderTopWidth);
    var x = place.left - frame.left, y = place.top - frame.top, round = style.borderTopLeftRadius;
    var radius = /%/.test(round) ? place.width * pixels(round) / 100 : pixels(round);
    context.beginPath();
    context.roundRect(x + border / 2, y + border / 2, place.width - border, place.height - border, Math.max(0, radius - border / 2));
    context.fillStyle = style.backgroundColor;
    context.fill();
    if (border) {
      context.lineWidth = border;
      context.strokeStyle = style.borderTopColor;
      context.stroke();
    }
    if (icon) { context.drawImage(icon, x + place.width / 2 - 12, y + place.height / 2 - 12, 24, 24); }
    if (node.children.length > 1 || !node.textContent) { return; }
    var inner = node.firstElementChild;
    if (inner && getComputedStyle(inner).position === 'absolute') { return drawBox(context, inner, frame); }
    context.font = '700 ' + style.fontSize + ' ' + FONT;
    context.fillStyle = style.color;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(node.textContent, x + place.width / 2, y + place.height / 2 + 1);
  }
  function drawMarks(context, box, icons) {
    var frame = box.getBoundingClientRect();
    var marks = Array.from(box.querySelectorAll('.leaflet-marker-icon'));
    marks.sort(function (one, other) { return pixels(getComputedStyle(one).zIndex) - pixels(getComputedStyle(other).zIndex); });
    marks.forEach(function (node) {
      var place = node.getBoundingClientRect();
      if (node.matches('.measure-mark') && !node.matches('.beside')) {
        context.fillStyle = '#1b1b1b';
        context.fillRect(place.left - frame.left + place.width / 2 - 1, place.bottom - frame.top, 2, 16);
      }
      drawBox(context, node, frame, icons.get(node));
    });
  }
  function iconOf(node) {
    var address = /^url\("?(data:[^"]*)"?\)$/.exec(getComputedStyle(node).backgroundImage);
    if (!address) { return Promise.resolve([node, null]); }
    var picture = new Image();
    picture.src = address[1];
    return picture.decode().then(function () { return [node, picture]; }, function () { return [node, null]; });
  }
  function drawScale(context, box, right, y) {
    var bar = box.querySelector('.leaflet-control-scale-line'), width = bar ? bar.offsetWidth : 0;
    if (!bar) { return; }
    context.fillStyle = '#000';
    context.textAlign = 'right';
    context.fillText(bar.textContent, right, y - 10);
    context.fillRect(right - width, y + 4, width, 2);
    context.fillRect(right - width, y - 2, 2, 8);
    context.fillRect(right - 2, y - 2, 2, 8);
  }
  /* The colours of the density between the words of their two ends. */
  function drawRamp(context, ramp, x, y) {
    var low = ramp.firstChild.data, left = x + context.measureText(low).width + 8;
    var fill = context.createLinearGradient(left, 0, left + 120, 0), stops = [];
    getComputedStyle(ramp.querySelector('span')).backgroundImage.replace(/(rgb\([^)]*\))(?: ([\d.]+)%)?/g, function (all, colour, share) {
      stops.push([colour, share && share / 100]);
    });
    stops.forEach(function (stop, number) { fill.addColorStop(stop[1] || number / (stops.length - 1), stop[0]); });
    context.fillText(low, x, y);
    context.fillText(ramp.lastChild.data, left + 128, y);
    context.fillStyle = fill;
    context.fillRect(left, y - 7, 120, 14);
    context.strokeStyle = '#555';
    context.lineWidth = 1;
    context.strokeRect(left, y - 7, 120, 14);
    context.fillStyle = '#000';
  }
  /* As many lines as the text needs. */
  function drawText(context, words, x, y, width) {
    var line = '';
    words.split(' ').forEach(function (word) {
      if (line && context.measureText(line + ' ' + word).width > width) {
        context.fillText(line, x, y);
        y += LINE;
        line = '';
      }
      line = line ? line + ' ' + word : word;
    });
    context.fillText(line, x, y);
    return y + LINE;
  }
  function drawFrame(context, size, head, box) {
    context.fillStyle = getComputedStyle(document.querySelector('.banner')).backgroundColor;
    context.fillRect(0, 0, size.x, 36);
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    context.font = '700 15px ' + FONT;
    context.fillStyle = '#fff';
    context.fillText(text('.banner strong') + '. ' + text('.banner span'), EDGE, 18, size.x - 2 * EDGE);
    context.fillStyle = '#000';
    context.font = '700 24px ' + FONT;
    context.fillText(text('h1'), EDGE, 60, size.x - 2 * EDGE);
    context.font = '15px ' + FONT;
    context.fillText(text('.period'), EDGE, 86, size.x - 2 * EDGE);
    var y = head + size.y + 20, width = size.x - 3 * EDGE - 200;
    var seen = document.querySelector('.seen:not([hidden])'), ramp = seen && seen.querySelector('.ramp');
    [seen ? seen.firstChild.data.trim() : '', text('.source'), text('.as-of')].filter(Boolean).forEach(function (words) {
      y = drawText(context, words, EDGE, y, width);
    });
    if (ramp) { drawRamp(context, ramp, EDGE, y); }
    drawScale(context, box, size.x - EDGE, head + size.y + 30);
    context.textAlign = 'right';
    context.fillText('▲ ' + est.data.texts.north, size.x - EDGE, head + size.y + 60);
  }
  function draw(page, icons) {
    var box = document.getElementById('map'), size = page.map.getSize(), head = 104, foot = 130;
    var canvas = document.createElement('canvas'), context = canvas.getContext('2d');
    canvas.width = size.x * FINE;
    canvas.height = (head + size.y + foot) * FINE;
    context.scale(FINE, FINE);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, size.x, head + size.y + foot);
    context.save();
    context.beginPath();
    context.rect(0, head, size.x, size.y);
    context.clip();
    context.translate(0, head);
    context.fillStyle = '#f4f4f2';
    context.fillRect(0, 0, size.x, size.y);
    drawPictures(context, box, '.leaflet-tile-pane img, .leaflet-overlay-pane img.density');
    drawPictures(context, box, '.leaflet-overlay-pane canvas, .incident-canvas');
    drawLines(context, page.map, box);
    drawMarks(context, box, icons);
    context.restore();
    drawFrame(context, size, head, box);
    return canvas;
  }
  function save(blob) {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = (document.title + '.png').replace(/[^\p{L}\p{N}. –-]/gu, '_');
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  est.savePicture = function (page, say) {
    var marks = Array.from(document.querySelectorAll('#map .leaflet-marker-icon'));
    return Promise.all(marks.map(iconOf)).then(function (pairs) {
      return new Promise(function (done, failed) {
        draw(page, new Map(pairs)).toBlob(function (blob) { return blob ? done(blob) : failed(new Error()); }, 'image/png');
      });
    }).then(save).then(function () { say(est.data.texts.saved); }, function () { say(est.data.texts.notSaved); });
  };
}());
