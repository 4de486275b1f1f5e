# SPDX-License-Identifier: GPL-2.0-or-later
"""What does axe-core find in a page as it stands, and what of that has nobody explained?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

#: `scripts/setup --tests` puts it there.
LIBRARY = Path(__file__).resolve().parents[2] / ".venv" / "share" / "axe-core" / "axe.min.js"
INCOMPLETES = Path(__file__).with_name("incompletes.json")
#: What no explanation covers: text on its own colour, and a rule that broke off and so looked at nothing further.
NEVER_EXPLAINED = frozenset({"equalRatio", "error-occurred"})
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
#: An explanation covers elements by a selector, so that the next one of the same kind is not explained by chance.
_RUN = """
// The map's pictures blend in a way that axe-core cannot reckon with, so it gives up the whole rule of contrast; and it
// takes what of them the map cuts off for the ground of the texts around. test_contrast.py measures on the picture.
scrollTo({top: 0, behavior: 'instant'});  // What has gone under the banner that stays is no ground of it.
const seen = document.querySelectorAll('.leaflet-tile-pane, .leaflet-overlay-pane, #map canvas');
seen.forEach(one => { one.style.display = 'none'; });
const explained = %(explained)s;
const result = await axe.run(document, {
  runOnly: {type: 'tag', values: %(tags)s}, resultTypes: ['violations', 'incomplete'], iframes: false,
  // Where the system paints, the page's colours are not those that are seen.
  rules: {'color-contrast': {enabled: !matchMedia('(forced-colors: active)').matches}}
});
const found = [];
for (const kind of ['violations', 'incomplete']) {
  for (const rule of result[kind]) {
    for (const node of rule.nodes) {
      const element = document.querySelector(node.target[0]);
      const checks = [...node.any, ...node.all, ...node.none];
      const reason = check => check.id === 'error-occurred' ? check.id : check.data && check.data.messageKey;
      const reasons = checks.map(reason).filter(Boolean);
      const covers = one => one.rule === rule.id && (!one.reason || reasons.includes(one.reason))
        && element.matches(one.selector);
      found.push({
        kind, rule: rule.id, target: node.target.join(' '), reasons,
        message: checks.map(check => check.message).join(' '),
        explanation: kind === 'incomplete' ? explained.findIndex(covers) : -1
      });
    }
  }
}
return found;
"""


@dataclass(frozen=True)
class Finding:
    """One rule at one element. ``explanation`` is the number of the entry that explains it, or -1."""

    kind: str
    rule: str
    target: str
    message: str
    reasons: tuple[str, ...]
    explanation: int

    def __str__(self) -> str:
        return f"{self.kind} {self.rule} {'/'.join(self.reasons)} at {self.target}: {self.message}"


@cache
def explanations() -> tuple[dict[str, object], ...]:
    """Why that which axe-core could not decide is right, as people found it by looking."""
    return tuple(json.loads(INCOMPLETES.read_text(encoding="utf-8"))["explained"])


def examine(browser, state: str) -> list[Finding]:
    """All that axe-core says of the page in its state; violations never are explained."""
    browser.load(LIBRARY.read_text(encoding="utf-8"))
    numbered = [
        entry if state in entry["states"] or entry["states"] == ["*"] else {"rule": ""} for entry in explanations()
    ]
    script = _RUN % {"explained": json.dumps(numbered), "tags": json.dumps(TAGS)}
    return [Finding(**found | {"reasons": tuple(found["reasons"])}) for found in browser.run(script)]


def unexplained(findings: list[Finding]) -> list[str]:
    """What must be mended or looked at."""
    return [str(one) for one in findings if one.explanation < 0 or NEVER_EXPLAINED & set(one.reasons)]
