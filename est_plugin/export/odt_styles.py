# SPDX-License-Identifier: GPL-2.0-or-later
"""How does an OpenDocument text of ours look, and what stands above and below on each of its pages?"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr  # nosec B406

_URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": f"{_URN}:office:1.0",
        "style": f"{_URN}:style:1.0",
        "text": f"{_URN}:text:1.0",
        "table": f"{_URN}:table:1.0",
        "fo": f"{_URN}:xsl-fo-compatible:1.0",
        "svg": f"{_URN}:svg-compatible:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
_COUNTRIES = {"sv": "SE", "en": "GB"}
#: Name, parent, outline level, properties of the paragraph and of its letters.
_STYLES = (
    ("Text_20_body", "Standard", 0, 'fo:margin-bottom="2mm"', ""),
    ("Title", "Standard", 0, 'fo:margin-bottom="1mm"', 'fo:font-size="20pt" fo:font-weight="bold"'),
    ("Subtitle", "Standard", 0, 'fo:margin-bottom="5mm"', 'fo:font-size="13pt"'),
    (
        "Heading_20_1",
        "Standard",
        1,
        'fo:margin-top="7mm" fo:margin-bottom="2mm" fo:keep-with-next="always"',
        'fo:font-size="15pt" fo:font-weight="bold"',
    ),
    (
        "Heading_20_2",
        "Standard",
        2,
        'fo:margin-top="3mm" fo:margin-bottom="1.5mm" fo:keep-with-next="always"',
        'fo:font-size="12pt" fo:font-weight="bold"',
    ),
    ("Table_20_Contents", "Standard", 0, "", ""),
    ("Table_20_Heading", "Table_20_Contents", 0, "", 'fo:font-weight="bold"'),
    ("Header", "Standard", 0, "", 'fo:font-size="9pt"'),
    ("Footer", "Standard", 0, "", 'fo:font-size="9pt"'),
)


#: Signs that XML 1.0 cannot hold (2.2).
_UNSPEAKABLE = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def xml_text(text: str) -> str:
    """Escaped for an element; what XML cannot hold is left out."""
    return escape(_UNSPEAKABLE.sub("", text))


def xml_attribute(text: str) -> str:
    """The same for an attribute, with its quotes."""
    return quoteattr(_UNSPEAKABLE.sub("", text))


def styles_xml(header: str, footer: str, language: str) -> str:
    """The part ``styles.xml``: A4 upright, Arial as Word has it, the number of the page at its foot."""
    country = _COUNTRIES.get(language, "none")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {NAMESPACES} office:version="1.3">'
        '<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial"'
        ' style:font-family-generic="swiss"/></office:font-face-decls><office:styles>'
        '<style:default-style style:family="paragraph"><style:text-properties style:font-name="Arial"'
        f' fo:font-size="11pt" fo:language="{language}" fo:country="{country}"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
        f"{''.join(_style(*each) for each in _STYLES)}</office:styles>"
        '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties'
        ' fo:page-width="210mm" fo:page-height="297mm" style:print-orientation="portrait" fo:margin-top="12mm"'
        ' fo:margin-bottom="12mm" fo:margin-left="20mm" fo:margin-right="20mm"/>'
        '<style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="5mm"/>'
        '</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="8mm"'
        ' fo:margin-top="5mm"/></style:footer-style></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">'
        f'<style:header><text:p text:style-name="Header">{xml_text(header)}</text:p></style:header>'
        f'<style:footer><text:p text:style-name="Footer">{xml_text(footer)} · '
        '<text:page-number text:select-page="current">1</text:page-number> / <text:page-count>1</text:page-count>'
        "</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"
    )


def _style(name: str, parent: str, level: int, paragraph: str, letters: str) -> str:
    outline = f' style:default-outline-level="{level}"' if level else ""
    shown = name.replace("_20_", " ")
    return (
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph"'
        f' style:parent-style-name="{parent}"{outline}><style:paragraph-properties {paragraph}/>'
        f"<style:text-properties {letters}/></style:style>"
    )
