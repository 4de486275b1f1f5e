/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The colours that the person wants of every page, set before anything is seen; a link may ask for others. */
(function () {
  'use strict';
  function wants(query) { return window.matchMedia(query).matches; }
  var asked = /[#&]theme=(light|dark|contrast)(?:&|$)/.exec(location.hash);
  var own = wants('(prefers-contrast: more)') ? 'contrast' : wants('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  window.EST = { ownTheme: own };
  document.documentElement.dataset.theme = asked ? asked[1] : own;
}());
