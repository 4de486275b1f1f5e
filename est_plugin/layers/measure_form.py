# SPDX-License-Identifier: GPL-2.0-or-later
"""Which fields does the form of a measure show, with those of its traffic rule?"""

from __future__ import annotations

from est_plugin.domain.measure import STFS_FORM, TIME_FORM, TRAFFIC_BAN, MeasureStatus
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.layers.form_parts import Check, Choice, CodeList, Field, Kind, Link, Range, Rows, Tab, Terms
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.shared_fields import HOTSPOT, INFO_CLASS

MEASURE = (
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Measure"),
        (
            Field("kind", QT_TRANSLATE_NOOP("est_plugin", "Kind"), CodeList.MEASURE_KIND, required=True),
            Field("title", QT_TRANSLATE_NOOP("est_plugin", "Title")),
            Field(
                "status", QT_TRANSLATE_NOOP("est_plugin", "Status"), Choice(MeasureStatus), "'proposed'", required=True
            ),
            Field("description", QT_TRANSLATE_NOOP("est_plugin", "Description"), Kind.LONG_TEXT),
            Field("owner", QT_TRANSLATE_NOOP("est_plugin", "Responsible"), CodeList.ORGANISATION),
            Field("due_date", QT_TRANSLATE_NOOP("est_plugin", "Due date"), Kind.DATE),
            INFO_CLASS,
        ),
    ),
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Decision"),
        (
            Field("decision_body", QT_TRANSLATE_NOOP("est_plugin", "Decided by")),
            Field("registry_no", QT_TRANSLATE_NOOP("est_plugin", "Registry number")),
            Field("step_at", QT_TRANSLATE_NOOP("est_plugin", "Latest step at"), Kind.DATE_TIME, read_only=True),
            Field("step_by", QT_TRANSLATE_NOOP("est_plugin", "Latest step by"), Kind.READ_ONLY),
            Field("step_note", QT_TRANSLATE_NOOP("est_plugin", "Note of the latest step"), Kind.READ_ONLY),
            Field("start_date", QT_TRANSLATE_NOOP("est_plugin", "Start"), Kind.DATE),
            Field("cost_estimate", QT_TRANSLATE_NOOP("est_plugin", "Estimated cost, SEK"), Kind.NUMBER),
            Field("cost", QT_TRANSLATE_NOOP("est_plugin", "Cost, SEK"), Kind.NUMBER),
            Field("funding", QT_TRANSLATE_NOOP("est_plugin", "Funding")),
        ),
    ),
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Why"),
        (
            HOTSPOT,
            Field("cause", QT_TRANSLATE_NOOP("est_plugin", "Cause"), Link(LayerRole.CAUSES, "problem")),
            Field(
                "walk_stop",
                QT_TRANSLATE_NOOP("est_plugin", "Walk stop"),
                Link(LayerRole.WALK_STOPS, "place"),
            ),
            Field(
                "observation",
                QT_TRANSLATE_NOOP("est_plugin", "Observation"),
                Link(LayerRole.OBSERVATIONS, "comment"),
            ),
            Field("expected_effect", QT_TRANSLATE_NOOP("est_plugin", "Expected effect"), Kind.LONG_TEXT),
        ),
    ),
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Follow-up"),
        (
            Field("done_date", QT_TRANSLATE_NOOP("est_plugin", "Done"), Kind.DATE),
            Field("follow_up_date", QT_TRANSLATE_NOOP("est_plugin", "Follow up on"), Kind.DATE),
            Field("result", QT_TRANSLATE_NOOP("est_plugin", "Result"), Kind.LONG_TEXT),
            Field("public_text", QT_TRANSLATE_NOOP("est_plugin", "Text for the public"), Kind.LONG_TEXT),
        ),
    ),
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Traffic ban"),
        rows=Rows(LayerRole.TRAFFIC_RULES, "measure"),
        shown_if=f"\"kind\" = '{TRAFFIC_BAN}'",
    ),
)

_HOURS = QT_TRANSLATE_NOOP("est_plugin", "Hours and minutes, such as 20:00")


def _looks_like(name: str, pattern: str, hint: str) -> Check:
    """What a text must look like unless it is empty."""
    expression = f"coalesce(\"{name}\", '') = '' OR regexp_match(\"{name}\", '^{pattern}$') > 0"
    return Check(expression, hint, is_soft=False)


#: What a person knows a rule by, in the list of the tab.
TRAFFIC_RULE_TITLE = """concat("time_from", '–', "time_to", ' ', "stfs_id")"""
TRAFFIC_RULE = (
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "What is banned"),
        (
            Field("vehicles", QT_TRANSLATE_NOOP("est_plugin", "Vehicles"), Terms("vehicle"), "'{}'"),
            Field("weekdays", QT_TRANSLATE_NOOP("est_plugin", "Days"), Terms("weekday"), "'{}'"),
            Field(
                "time_from",
                QT_TRANSLATE_NOOP("est_plugin", "From, HH:MM"),
                check=_looks_like("time_from", TIME_FORM, _HOURS),
            ),
            Field(
                "time_to",
                QT_TRANSLATE_NOOP("est_plugin", "Until, HH:MM"),
                check=_looks_like("time_to", TIME_FORM, _HOURS),
            ),
            Field("valid_from", QT_TRANSLATE_NOOP("est_plugin", "Season or validity, first day"), Kind.DATE),
            Field("valid_to", QT_TRANSLATE_NOOP("est_plugin", "Season or validity, last day"), Kind.DATE),
            Field("exceptions", QT_TRANSLATE_NOOP("est_plugin", "Exceptions"), Terms("exception"), "'{}'"),
        ),
    ),
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Decision"),
        (
            Field("authority", QT_TRANSLATE_NOOP("est_plugin", "Authority that decides")),
            Field("inside_built_up_area", QT_TRANSLATE_NOOP("est_plugin", "Inside a built-up area"), Kind.YES_NO),
            Field(
                "stfs_id",
                QT_TRANSLATE_NOOP("est_plugin", "STFS id"),
                check=_looks_like(
                    "stfs_id",
                    STFS_FORM,
                    QT_TRANSLATE_NOOP("est_plugin", "Authority, year and number, such as 1781 2026:00012"),
                ),
            ),
        ),
    ),
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Signs"),
        (
            Field("sign_type", QT_TRANSLATE_NOOP("est_plugin", "Signs"), Terms("sign"), "'{}'"),
            Field("sign_count", QT_TRANSLATE_NOOP("est_plugin", "Number of signs"), Range(1, 30)),
            Field("sign_up_date", QT_TRANSLATE_NOOP("est_plugin", "Signs put up on"), Kind.DATE),
        ),
    ),
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Valid when"),
        (
            Field(
                "is_decided",
                QT_TRANSLATE_NOOP("est_plugin", "Decided by the right authority"),
                Kind.YES_NO,
                "false",
            ),
            Field(
                "is_published",
                QT_TRANSLATE_NOOP("est_plugin", "Published in STFS"),
                Kind.YES_NO,
                "false",
                check=Check(
                    "NOT coalesce(\"is_published\", false) OR coalesce(\"stfs_id\", '') <> ''",
                    QT_TRANSLATE_NOOP("est_plugin", "What is published has an STFS id, under Decision"),
                    is_soft=False,
                ),
            ),
            Field("is_signed", QT_TRANSLATE_NOOP("est_plugin", "The right sign is up"), Kind.YES_NO, "false"),
        ),
    ),
)

#: Which incidents a measure answers is chosen on the map; the rows have no form that a person meets.
MEASURE_INCIDENT = (
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Incidents"),
        (
            Field("measure", QT_TRANSLATE_NOOP("est_plugin", "Measure")),
            Field("incident", QT_TRANSLATE_NOOP("est_plugin", "Incident")),
        ),
    ),
)
