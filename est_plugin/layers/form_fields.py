# SPDX-License-Identifier: GPL-2.0-or-later
"""Which fields the forms show, in which tab, with which label and which kind of widget."""

from __future__ import annotations

from est_plugin.domain.hotspot import HotspotStatus
from est_plugin.domain.incident import PoliceReported, ReviewStatus
from est_plugin.domain.observation import Answer, Term
from est_plugin.domain.walk import LandOwner, LightCondition, WalkStatus
from est_plugin.errors import QT_TRANSLATE_NOOP
from est_plugin.layers import measure_form
from est_plugin.layers.form_answers import names_nobody
from est_plugin.layers.form_parts import Choice, CodeList, Field, Kind, Link, Moment, Range, Rows, Tab
from est_plugin.layers.roles import LayerRole
from est_plugin.layers.shared_fields import HOTSPOT, INFO_CLASS

_SEVERITY = (1, 5)
_SCORE = (0, 3)

_INCIDENT = (
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Incident"),
        (
            Field("category", QT_TRANSLATE_NOOP("est_plugin", "Category"), CodeList.CATEGORY, required=True),
            Field(
                "occurred_from",
                QT_TRANSLATE_NOOP("est_plugin", "Happened, or earliest"),
                Moment("time_known"),
                "now()",
                required=True,
            ),
            Field("occurred_to", QT_TRANSLATE_NOOP("est_plugin", "Latest"), Moment("time_known", is_end=True)),
            Field("time_known", QT_TRANSLATE_NOOP("est_plugin", "The time of day is known"), Kind.YES_NO, "true"),
            Field("place", QT_TRANSLATE_NOOP("est_plugin", "Place")),
            Field("place_type", QT_TRANSLATE_NOOP("est_plugin", "Type of place")),
            Field("description", QT_TRANSLATE_NOOP("est_plugin", "Description (no persons)"), Kind.LONG_TEXT),
            Field("severity", QT_TRANSLATE_NOOP("est_plugin", "Severity, 1 to 5"), Range(*_SEVERITY)),
        ),
    ),
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Report"),
        (
            Field(
                "review_status",
                QT_TRANSLATE_NOOP("est_plugin", "Review"),
                Choice(ReviewStatus),
                "'new'",
                required=True,
            ),
            Field("organisation", QT_TRANSLATE_NOOP("est_plugin", "Reported by"), CodeList.ORGANISATION),
            Field("reported_at", QT_TRANSLATE_NOOP("est_plugin", "Reported at"), Kind.DATE_TIME, "now()"),
            Field(
                "police_reported",
                QT_TRANSLATE_NOOP("est_plugin", "Reported to the police"),
                Choice(PoliceReported),
                "'unknown'",
                required=True,
            ),
            Field("precision_m", QT_TRANSLATE_NOOP("est_plugin", "Precision of the place, m"), Kind.NUMBER),
            INFO_CLASS,
            Field("source", QT_TRANSLATE_NOOP("est_plugin", "Source"), Kind.READ_ONLY, "'manual'"),
            Field(
                "source_ref",
                QT_TRANSLATE_NOOP("est_plugin", "Id in the source"),
                Kind.READ_ONLY,
                "uuid('WithoutBraces')",
            ),
            Field("darkness", QT_TRANSLATE_NOOP("est_plugin", "Darkness"), Kind.READ_ONLY),
        ),
    ),
)

_HOTSPOT_TABS = (
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Hotspot"),
        (
            Field("name", QT_TRANSLATE_NOOP("est_plugin", "Name"), required=True),
            Field("status", QT_TRANSLATE_NOOP("est_plugin", "Status"), Choice(HotspotStatus), "'new'", required=True),
            Field("comment", QT_TRANSLATE_NOOP("est_plugin", "Comment"), Kind.LONG_TEXT),
            INFO_CLASS,
        ),
    ),
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Analysis"),
        (
            Field("rank", QT_TRANSLATE_NOOP("est_plugin", "Rank"), Kind.READ_ONLY),
            Field("incidents", QT_TRANSLATE_NOOP("est_plugin", "Incidents"), Kind.READ_ONLY, "0"),
            Field("incidents_before", QT_TRANSLATE_NOOP("est_plugin", "Incidents, period before"), Kind.READ_ONLY),
            Field(
                "main_category",
                QT_TRANSLATE_NOOP("est_plugin", "Most common category"),
                CodeList.CATEGORY,
                read_only=True,
            ),
            Field("period_start", QT_TRANSLATE_NOOP("est_plugin", "First day"), Kind.READ_ONLY),
            Field("period_end", QT_TRANSLATE_NOOP("est_plugin", "End of the period"), Kind.READ_ONLY),
            Field("z", QT_TRANSLATE_NOOP("est_plugin", "z value"), Kind.READ_ONLY),
            Field("q", QT_TRANSLATE_NOOP("est_plugin", "q value (corrected significance)"), Kind.READ_ONLY),
        ),
    ),
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Priority, 0 to 3"),
        (
            Field("common", QT_TRANSLATE_NOOP("est_plugin", "Common"), Range(*_SCORE)),
            Field("long_lasting", QT_TRANSLATE_NOOP("est_plugin", "Long-lasting"), Range(*_SCORE)),
            Field("deviating", QT_TRANSLATE_NOOP("est_plugin", "Deviates from similar areas"), Range(*_SCORE)),
            Field("delimited", QT_TRANSLATE_NOOP("est_plugin", "Delimited in space"), Range(*_SCORE)),
            Field("influenceable", QT_TRANSLATE_NOOP("est_plugin", "Can be influenced"), Range(*_SCORE)),
            Field("costly", QT_TRANSLATE_NOOP("est_plugin", "Costly"), Range(*_SCORE)),
            Field("affects_many", QT_TRANSLATE_NOOP("est_plugin", "Affects many"), Range(*_SCORE)),
        ),
    ),
)

_WALK = (
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Walk"),
        (
            Field("title", QT_TRANSLATE_NOOP("est_plugin", "Title"), required=True),
            Field("status", QT_TRANSLATE_NOOP("est_plugin", "Status"), Choice(WalkStatus), "'proposed'", required=True),
            Field("starts_at", QT_TRANSLATE_NOOP("est_plugin", "Starts"), Kind.DATE_TIME),
            Field("ends_at", QT_TRANSLATE_NOOP("est_plugin", "Ends"), Kind.DATE_TIME),
            Field(
                "length_m",
                QT_TRANSLATE_NOOP("est_plugin", "Length, m"),
                Kind.READ_ONLY,
                "round(length(@geometry))",
                live=True,
            ),
            Field("minutes", QT_TRANSLATE_NOOP("est_plugin", "Planned minutes"), Kind.READ_ONLY),
            Field("reason", QT_TRANSLATE_NOOP("est_plugin", "Reason"), Kind.LONG_TEXT),
            HOTSPOT,
        ),
    ),
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Protocol"),
        (
            Field("area", QT_TRANSLATE_NOOP("est_plugin", "Area")),
            Field("meeting_point", QT_TRANSLATE_NOOP("est_plugin", "Meeting point")),
            Field(
                "organiser",
                QT_TRANSLATE_NOOP("est_plugin", "Organiser (function)"),
                check=names_nobody("organiser"),
            ),
            Field(
                "note_taker_function",
                QT_TRANSLATE_NOOP("est_plugin", "Note taker (function)"),
                check=names_nobody("note_taker_function"),
            ),
            Field("light_condition", QT_TRANSLATE_NOOP("est_plugin", "Light"), Choice(LightCondition, empty=True)),
            Field("weather", QT_TRANSLATE_NOOP("est_plugin", "Weather")),
            Field("next_walk", QT_TRANSLATE_NOOP("est_plugin", "Next walk"), Kind.DATE),
        ),
    ),
    Tab(QT_TRANSLATE_NOOP("est_plugin", "Participants"), rows=Rows(LayerRole.PARTICIPANTS, "walk")),
)

_PARTICIPANT = (
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Participants"),
        (
            Field("walk", QT_TRANSLATE_NOOP("est_plugin", "Walk"), Link(LayerRole.WALKS, "title")),
            Field("role", QT_TRANSLATE_NOOP("est_plugin", "Role"), CodeList.PARTICIPANT_ROLE, required=True),
            Field("number", QT_TRANSLATE_NOOP("est_plugin", "How many"), Range(1, 30), "1", required=True),
        ),
    ),
)

_WALK_STOP = (
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Stop"),
        (
            Field("walk", QT_TRANSLATE_NOOP("est_plugin", "Walk"), Link(LayerRole.WALKS, "title")),
            Field("number", QT_TRANSLATE_NOOP("est_plugin", "Number"), Kind.NUMBER),
            Field("place", QT_TRANSLATE_NOOP("est_plugin", "Place")),
            Field("land_owner", QT_TRANSLATE_NOOP("est_plugin", "Land owner"), Choice(LandOwner, empty=True)),
            HOTSPOT,
            Field("comment", QT_TRANSLATE_NOOP("est_plugin", "Comment"), Kind.LONG_TEXT),
        ),
    ),
    Tab(QT_TRANSLATE_NOOP("est_plugin", "Observations"), rows=Rows(LayerRole.OBSERVATIONS, "walk_stop")),
)

_OBSERVATION = (
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Observation"),
        (
            Field(
                "walk_stop",
                QT_TRANSLATE_NOOP("est_plugin", "Walk stop"),
                Link(LayerRole.WALK_STOPS, "place"),
                required=True,
            ),
            Field("item", QT_TRANSLATE_NOOP("est_plugin", "What"), CodeList.CHECKLIST, required=True),
            Field("value", QT_TRANSLATE_NOOP("est_plugin", "Judgement (0 good … 3 bad)"), CodeList.ANSWER),
            Field("comment", QT_TRANSLATE_NOOP("est_plugin", "Comment"), Kind.LONG_TEXT),
            Field("photo", QT_TRANSLATE_NOOP("est_plugin", "Photo (file)"), Kind.PHOTO),
            Field(
                "photo_checked", QT_TRANSLATE_NOOP("est_plugin", "The photo shows no face and no plate"), Kind.YES_NO
            ),
            Field("observed_at", QT_TRANSLATE_NOOP("est_plugin", "Seen at"), Kind.DATE_TIME, "now()"),
        ),
    ),
    Tab(
        QT_TRANSLATE_NOOP("est_plugin", "Answer"),
        (
            Field("measure_kind", QT_TRANSLATE_NOOP("est_plugin", "Proposed measure"), CodeList.MEASURE_KIND),
            Field("term", QT_TRANSLATE_NOOP("est_plugin", "Quick or long-term"), Choice(Term, empty=True)),
            Field("priority", QT_TRANSLATE_NOOP("est_plugin", "Priority, 1 (most urgent) to 3"), Range(1, 3)),
            Field("responsible", QT_TRANSLATE_NOOP("est_plugin", "Responsible"), CodeList.ORGANISATION),
            Field("deadline", QT_TRANSLATE_NOOP("est_plugin", "Deadline"), Kind.DATE),
            Field("answer", QT_TRANSLATE_NOOP("est_plugin", "Answer"), Choice(Answer, empty=True)),
            Field("reply", QT_TRANSLATE_NOOP("est_plugin", "Answer to the participants"), Kind.LONG_TEXT),
        ),
    ),
)

#: The form of each layer that has one.
TABS: dict[LayerRole, tuple[Tab, ...]] = {
    LayerRole.INCIDENTS: _INCIDENT,
    LayerRole.HOTSPOTS: _HOTSPOT_TABS,
    LayerRole.WALKS: _WALK,
    LayerRole.PARTICIPANTS: _PARTICIPANT,
    LayerRole.WALK_STOPS: _WALK_STOP,
    LayerRole.OBSERVATIONS: _OBSERVATION,
    LayerRole.MEASURE_POINTS: measure_form.MEASURE,
    LayerRole.MEASURE_LINES: measure_form.MEASURE,
    LayerRole.MEASURE_AREAS: measure_form.MEASURE,
    LayerRole.TRAFFIC_RULES: measure_form.TRAFFIC_RULE,
    LayerRole.MEASURE_INCIDENTS: measure_form.MEASURE_INCIDENT,
}
