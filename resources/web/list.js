/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The tables: measures by status and owner, a row or a whole table to take along as text. */
(function () {
  'use strict';
  var est = window.EST = window.EST || {};
  /* A spreadsheet would run such a cell. */
  var FORMULA = /^[=+\-@\t\r＝＋－＠]/;

  function chosen(id) {
    var select = document.getElementById(id);
    return select ? select.value : '';
  }
  function filter() {
    var rows = document.querySelectorAll('#measure-rows tr'), shown = 0;
    var status = chosen('measure-filter'), owner = chosen('owner-filter');
    rows.forEach(function (row) {
      row.hidden = (status !== '' && row.dataset.status !== status) || (owner !== '' && row.dataset.owner !== owner);
      shown += row.hidden ? 0 : 1;
      if (est.page) { est.page.showMark(row.id, !row.hidden); }
    });
    var told = est.data.texts.rows.replace('{shown}', shown).replace('{total}', rows.length);
    if (rows.length) { document.getElementById('measure-count').textContent = told; }
    return told;
  }
  /* The text of a cell without its buttons. */
  function textOf(cell) {
    var copy = cell.cloneNode(true);
    copy.querySelectorAll('button').forEach(function (button) { button.remove(); });
    return copy.textContent.replace(/\s+/g, ' ').trim();
  }
  function rowText(row) {
    return Array.from(row.cells).map(function (cell) {
      return (cell.dataset.head ? cell.dataset.head + ': ' : '') + textOf(cell);
    }).join('; ');
  }
  function tableText(table) {
    return Array.from(table.rows).filter(function (row) { return !row.hidden; }).map(function (row) {
      return Array.from(row.cells).map(function (cell) {
        var text = textOf(cell);
        return FORMULA.test(text) ? "'" + text : text;
      }).join('\t');
    }).join('\n');
  }
  /* Older browsers copy only what is selected. */
  function copySelected(text) {
    var box = document.createElement('textarea'), focus = document.activeElement;
    box.value = text;
    box.className = 'unseen';
    document.body.appendChild(box);
    box.select();
    var isCopied = false;
    try { isCopied = document.execCommand('copy'); } catch (error) { isCopied = false; }
    box.remove();
    focus.focus();
    return isCopied;
  }
  function copy(text, say) {
    function told(isCopied) { say(isCopied ? est.data.texts.copied : est.data.texts.notCopied); }
    if (!navigator.clipboard) { return told(copySelected(text)); }
    navigator.clipboard.writeText(text).then(function () { told(true); }, function () { told(copySelected(text)); });
  }
  est.list = {
    filter: filter,
    copy: copy,
    text: function (button) {
      if (button.dataset.copy === 'row') { return rowText(button.closest('tr')); }
      return tableText(button.closest('.copy').previousElementSibling.querySelector('table'));
    }
  };
}());
