# SPDX-License-Identifier: GPL-2.0-or-later
"""Which texts of a page are cut off, laid over each other or out of reach, and which targets are too small to hit?"""

from __future__ import annotations

#: WCAG 2.2, 1.4.12: what a reader may set.
SPACING = """
const sheet = new CSSStyleSheet();
sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }'
  + 'p { margin-bottom: 2em !important; }');
document.adoptedStyleSheets = [sheet];
window.dispatchEvent(new Event('resize'));
"""
#: WCAG 1.4.4: text twice as large, as a browser's own setting does it.
TWICE = "document.documentElement.style.fontSize = '200%'; window.dispatchEvent(new Event('resize'));"

#: A map needs two dimensions and is exempt from reflow; what is for screen readers only has no place on the screen.
FAULTS = """
scrollTo({top: 0, behavior: 'instant'});
const faults = [], texts = [];
const shown = element => element.checkVisibility({visibilityProperty: true})
  && !element.closest('#map, .unseen, .skip');
if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const parent = node.parentElement;
  if (!node.data.trim() || !shown(parent) || parent.closest('script, style, option')) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  // Once for each line; a line box reaches a little over its letters.
  for (const box of range.getClientRects()) {
    if (box.width < 1) continue;
    texts.push({box, parent, text: node.data.trim().slice(0, 40)});
    // A table that needs both dimensions may move sideways by itself, if a keyboard can move it.
    const moving = parent.closest('[role=region][tabindex="0"]');
    const edge = moving ? moving.getBoundingClientRect() : {left: 0, right: innerWidth};
    const beyond = moving ? edge.right > innerWidth + 1 : box.right > innerWidth + 1 || box.left < -1;
    if (beyond) faults.push('beyond the edge: ' + node.data.trim().slice(0, 40));
  }
}
for (let i = 0; i < texts.length; i++) {
  for (let j = i + 1; j < texts.length; j++) {
    const one = texts[i], other = texts[j];
    const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
    if (wide > 1 && high > Math.min(one.box.height, other.box.height) * 0.4) {
      faults.push('over each other: ' + one.text + ' | ' + other.text);
    }
  }
}
for (const element of document.body.querySelectorAll('*')) {
  if (!shown(element) || element.closest('select')) continue;
  const style = getComputedStyle(element);
  const clips = way => style[way] === 'hidden' || style[way] === 'clip';
  if ((clips('overflowX') && element.scrollWidth > element.clientWidth + 1)
      || (clips('overflowY') && element.scrollHeight > element.clientHeight + 1)) {
    faults.push('cut off: ' + element.outerHTML.slice(0, 60));
  }
}
return [...new Set(faults)];
"""

#: Texts that a person can find, in whatever order the page lays them.
WORDS = """
return [...document.querySelectorAll('h1, h2, h3, p, li, td, th[scope=row], caption, dt, dd, button, legend')]
  .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.closest('#map'))
  .map(element => element.innerText.trim().replace(/\\s+/g, ' ')).filter(Boolean).sort();
"""

#: WCAG 2.2, 2.5.8: 24 × 24 px, or as much room around; links within a sentence are exempt.
SMALL_TARGETS = """
const targets = [...document.querySelectorAll('a[href], button, input, select, summary, label, [role=button]')]
  .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.matches('.skip'))
  .filter(element => !(element.matches('input') && element.closest('label')));
const inSentence = element => element.matches('a') && getComputedStyle(element).display === 'inline'
  && [...element.parentElement.childNodes].some(node => node.nodeType === 3 && node.data.trim().length > 1);
const boxes = targets.map(element => element.getBoundingClientRect());
const small = box => box.width < 23.95 || box.height < 23.95;
const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
return targets.filter((element, i) => {
  if (!small(boxes[i]) || inSentence(element)) return false;
  if (element.matches('label') && !element.querySelector('input')) return false;
  const [x, y] = middle(boxes[i]);
  return boxes.some((box, j) => {
    if (i === j || targets[j].contains(element) || element.contains(targets[j])) return false;
    const [ox, oy] = middle(box);
    const dx = Math.max(box.left - x, 0, x - box.right), dy = Math.max(box.top - y, 0, y - box.bottom);
    return Math.hypot(dx, dy) < 12 || (small(box) && Math.hypot(ox - x, oy - y) < 24);
  });
}).map(element => element.outerHTML.slice(0, 80) + ' ' + JSON.stringify(element.getBoundingClientRect()));
"""
