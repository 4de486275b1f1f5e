-- Safety walks, their stops, and what was seen.

CREATE TABLE walk (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'planned', 'walked', 'answered')),
    starts_at DATETIME,
    ends_at DATETIME,
    light_condition TEXT CHECK (light_condition IN ('daylight', 'dusk', 'dark')),
    weather TEXT NOT NULL DEFAULT '',
    length_m REAL,
    minutes REAL,
    area TEXT NOT NULL DEFAULT '',
    meeting_point TEXT NOT NULL DEFAULT '',
    organiser TEXT NOT NULL DEFAULT '',
    note_taker_function TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    hotspot TEXT REFERENCES hotspot (uuid),
    next_walk DATE,
    geom LINESTRING,
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

-- Roles and numbers, never names.
CREATE TABLE walk_participant (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    walk TEXT NOT NULL REFERENCES walk (uuid),
    role TEXT NOT NULL REFERENCES participant_role (code),
    number INTEGER NOT NULL DEFAULT 1 CHECK (number BETWEEN 1 AND 999),
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

CREATE TABLE walk_stop (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    walk TEXT REFERENCES walk (uuid),
    number INTEGER,
    place TEXT NOT NULL DEFAULT '',
    hotspot TEXT REFERENCES hotspot (uuid),
    land_owner TEXT CHECK (land_owner IN ('municipality', 'housing_company', 'private', 'trafikverket')),
    comment TEXT NOT NULL DEFAULT '',
    geom POINT,
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

CREATE TABLE observation (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    walk_stop TEXT NOT NULL REFERENCES walk_stop (uuid),
    item TEXT NOT NULL REFERENCES checklist_item (code),
    value TEXT NOT NULL DEFAULT '',
    comment TEXT NOT NULL DEFAULT '',
    -- File name in the photo folder of the database; shown outside only when a person has looked at it.
    photo TEXT,
    photo_checked BOOLEAN NOT NULL DEFAULT 0,
    -- What is proposed.
    measure_kind TEXT REFERENCES measure_kind (code),
    term TEXT CHECK (term IN ('quick', 'long_term')),
    priority INTEGER CHECK (priority BETWEEN 1 AND 3),
    responsible TEXT REFERENCES organisation (code),
    deadline DATE,
    observed_at DATETIME,
    -- What happens, or why not: the answer the participants get.
    answer TEXT CHECK (answer IN ('done', 'planned', 'handed_over', 'declined')),
    reply TEXT NOT NULL DEFAULT '',
    geom POINT,
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);
