# SPDX-License-Identifier: GPL-2.0-or-later
"""How soon is the page of a package with 10 000 incidents ready, beside a page that holds them as plain GeoJSON?

    .venv/bin/python tests/bench/package_page.py [rounds]

The working group's package of the demo town, its incidents laid out ten thousand times with a spread of 40 m, opened
from file:// in Chromium without WebGL, plain and with the processor slowed four times. The peers are what folium
writes, made here without its network: the same Leaflet, the same tiles, one circle marker for each feature of a
GeoJSON with category and date, as SVG (its default) and as canvas. Peers hold no list, no table and no density. Ready
is the time from the start of the navigation until the page's script is done and a frame was painted. Quote the ratios,
not the milliseconds.
"""

from __future__ import annotations

import base64
import json
import os
import statistics
import sys
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np  # noqa: E402
from qgis.core import QgsApplication  # noqa: E402
from selenium import webdriver  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402

from est_plugin import paths  # noqa: E402
from est_plugin.analysis.hotspots import HotspotParameters  # noqa: E402
from est_plugin.db.hotspots import HotspotRequest, update_hotspots  # noqa: E402
from est_plugin.domain.edition import Edition  # noqa: E402
from est_plugin.domain.incident import IncidentFilter  # noqa: E402
from est_plugin.domain.period import Period, PeriodKind  # noqa: E402
from est_plugin.export.package import write_package  # noqa: E402
from est_plugin.export.planner import make_plan  # noqa: E402
from est_plugin.export.request import PackageRequest  # noqa: E402
from est_plugin.feedback import SilentFeedback  # noqa: E402
from est_plugin.intake.demo_town import create_demo_database  # noqa: E402

PERIOD = Period.containing(PeriodKind.QUARTER, date(2026, 11, 1))
NUMBER = 10_000
SPREAD_M = 40.0
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-3d-apis",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--window-size=1280,1000",
)
#: Notes when the page says that it is ready and a frame has followed.
OBSERVER = """
new MutationObserver((_, self) => {
  if (document.documentElement && document.documentElement.dataset.ready) {
    self.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.readyAt = performance.now(); }));
  }
}).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready']});
"""
SWITCH = """
const done = arguments[0], box = document.getElementById('incident-on'), start = performance.now();
box.click();
requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
"""
FILTER = """
const done = arguments[0], select = document.getElementById('incident-part'), start = performance.now();
select.selectedIndex = (select.selectedIndex + 1) % 3;
select.dispatchEvent(new Event('change', {bubbles: true}));
requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
"""
PAN = """
const done = arguments[0], map = window.peerMap || EST.page.map, times = [];
let last = performance.now(), number = 0;
function go() {
  const now = performance.now();
  if (number > 0) { times.push(now - last); }
  last = now;
  if (number === 20) { return done(times.sort((a, b) => a - b)[10]); }
  number += 1;
  map.panBy([number % 2 ? 60 : -60, 20], {animate: false});
  requestAnimationFrame(() => setTimeout(go));
}
go();
"""
PEER = """
const read = id => JSON.parse(document.getElementById(id).textContent), data = read('data'), tiles = read('tiles');
const f = data.frame, crs = L.extend({}, L.CRS.Simple, {transformation: new L.Transformation(1, -f.west, -1, f.north),
  scale: z => Math.pow(2, z) / f.resolution, zoom: s => Math.log(s * f.resolution) / Math.LN2});
const map = window.peerMap = L.map('map', {crs: crs, preferCanvas: CANVAS, zoomSnap: 0.25, minZoom: -3, maxZoom: 5,
  fadeAnimation: false});
new (L.TileLayer.extend({getTileUrl: c => tiles.images[tiles.index[c.z + '/' + c.x + '_' + c.y]] || tiles.empty}))('', {
  tileSize: f.tile, minZoom: -3, maxZoom: 5, minNativeZoom: 0, maxNativeZoom: f.zooms - 1}).addTo(map);
const e = data.extent;
map.fitBounds([[e[1], e[0]], [e[3], e[2]]], {animate: false});
L.geoJSON(data.features, {coordsToLatLng: c => L.latLng(c[1], c[0]),
  pointToLayer: (feature, at) => L.circleMarker(at, {radius: 4, color: feature.properties.color}),
  onEachFeature: (feature, layer) => layer.bindPopup(feature.properties.category + ' ' + feature.properties.date)
}).addTo(map);
document.documentElement.dataset.ready = 'true';
"""


def many(columns):
    """The incidents of the plan again and again, each time somewhat aside."""
    random = np.random.default_rng(1)
    index = np.resize(np.arange(len(columns)), NUMBER)
    x, y = (
        np.rint(values[index] + random.normal(0, SPREAD_M, NUMBER)).astype(np.int64)
        for values in (columns.x, columns.y)
    )
    rest = {name: getattr(columns, name)[index] for name in ("category", "organisation", "day", "part")}
    return replace(columns, x=x, y=y, **rest)


def block(page, name):
    return page.split(f'id="{name}">', 1)[1].split("</script>", 1)[0]


def peer(page, plan, *, canvas):
    """The page that a plain exporter writes of the same incidents and tiles."""
    found, data = plan.incidents, json.loads(block(page, "data"))
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [int(x), int(y)]},
            "properties": {
                "category": found.categories[category].name,
                "date": str(plan.period.start + timedelta(days=max(int(day), 0))),
                "color": found.groups[found.categories[category].group].colour,
            },
        }
        for x, y, category, day in zip(found.x, found.y, found.category, found.day, strict=True)
    ]
    content = json.dumps({"frame": data["frame"], "extent": data["extent"], "features": features})
    style = paths.web("leaflet/leaflet.css").read_text(encoding="utf-8")
    library = paths.web("leaflet/leaflet.js").read_text(encoding="utf-8").split("\n//# sourceMappingURL")[0]
    script = PEER.replace("CANVAS", "true" if canvas else "false")
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><style>{style} html, body, #map {{ height: 100% }}'
        f'</style></head><body><div id="map"></div><script type="application/json" id="data">{content}</script>'
        f'<script type="application/json" id="tiles">{block(page, "tiles")}</script><script>{library}</script>'
        f"<script>{script}</script></body></html>"
    )


def started():
    options = webdriver.ChromeOptions()
    options.binary_location = os.environ.get("EST_CHROMIUM", "/usr/bin/chromium")
    for flag in (*FLAGS, f"--user-data-dir={tempfile.mkdtemp()}"):
        options.add_argument(flag)
    browser = webdriver.Chrome(
        options=options, service=Service(os.environ.get("EST_CHROMEDRIVER", "/usr/bin/chromedriver"))
    )
    browser.set_script_timeout(120)
    browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": OBSERVER})
    return browser


def measured(browser, path, rate):
    """Milliseconds by what was measured."""
    browser.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": rate})
    browser.get("about:blank")
    browser.get(path.as_uri())
    ready = None
    while ready is None:
        ready = browser.execute_script("return window.readyAt === undefined ? null : window.readyAt")
    found = {"ready": ready}
    if browser.execute_script("return !window.peerMap"):
        found["switch on"] = browser.execute_async_script(SWITCH)
        found["filter"] = browser.execute_async_script(FILTER)
    found["pan"] = browser.execute_async_script(PAN)
    return found


def main(rounds):
    scratch = Path(tempfile.mkdtemp())
    database = create_demo_database(
        scratch / "lindvik.gpkg", seed=2, until=date(2027, 1, 1), feedback=SilentFeedback()
    ).database
    update_hotspots(database, HotspotRequest(PERIOD, HotspotParameters(cell_size=50, alpha=0.3)), SilentFeedback())
    request = PackageRequest(IncidentFilter(PERIOD), edition=Edition.WORKING)
    plan = make_plan(database, request, today=date(2027, 1, 10))
    plan = replace(plan, incidents=many(plan.incidents))
    html = write_package(plan, scratch, SilentFeedback()).html
    page = html.read_text(encoding="utf-8")
    files = {"our page": html}
    for name, canvas in (("GeoJSON, SVG", False), ("GeoJSON, canvas", True)):
        files[name] = scratch / f"{name.replace(', ', '_')}.html"
        files[name].write_text(peer(page, plan, canvas=canvas), encoding="utf-8")
    browser = started()
    runs = {}
    try:
        for _ in range(rounds):
            for rate in (1, 4):
                for name, path in files.items():
                    for what, value in measured(browser, path, rate).items():
                        runs.setdefault((name, rate, what), []).append(value)
    finally:
        browser.quit()
    report(runs, files, page)


def report(runs, files, page):
    for name, path in files.items():
        print(f"{name}: {path.stat().st_size / 1e6:.2f} MB")
    columns = len(json.dumps(json.loads(block(page, "data"))["incidents"], separators=(",", ":")))
    pictures = sum(
        len(base64.b64decode(uri.split(",")[1])) for uri in json.loads(block(page, "data"))["densities"].values()
    )
    print(f"incidents in our page: {columns / NUMBER:.1f} bytes each; density pictures {pictures / 1e3:.0f} kB")
    for (name, rate, what), values in sorted(runs.items()):
        print(
            f"{name:16} slowed {rate}x {what:10}"
            f" median {statistics.median(values):7.0f} ms  least {min(values):7.0f} ms"
        )


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    application.exitQgis()
