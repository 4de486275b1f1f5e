-- Meetings and what they decide, promises, yearly inventory, surveys, evaluations.

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('operative', 'strategic', 'council', 'public')),
    held_at DATETIME NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    -- Functions that attended, never names.
    attending TEXT NOT NULL DEFAULT '',
    period_start DATE,
    period_end DATE,
    notes TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

CREATE TABLE agenda_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    meeting TEXT NOT NULL REFERENCES meeting (uuid),
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    meeting TEXT NOT NULL REFERENCES meeting (uuid),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    owner TEXT REFERENCES organisation (code),
    due_date DATE,
    hotspot TEXT REFERENCES hotspot (uuid),
    measure TEXT REFERENCES measure (uuid),
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

CREATE TABLE promise (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    period_start DATE NOT NULL,
    period_end DATE NOT NULL,
    text TEXT NOT NULL,
    partner TEXT NOT NULL DEFAULT '',
    measure TEXT REFERENCES measure (uuid),
    walk TEXT REFERENCES walk (uuid),
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

CREATE TABLE inventory_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    year INTEGER NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    comment TEXT NOT NULL DEFAULT '',
    measure TEXT REFERENCES measure (uuid),
    geom POINT,
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

CREATE TABLE survey_area (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    survey TEXT NOT NULL,
    year INTEGER NOT NULL,
    answers INTEGER,
    share_unsafe REAL CHECK (share_unsafe BETWEEN 0 AND 1),
    geom MULTIPOLYGON,
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

CREATE TABLE effect (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    measure TEXT NOT NULL REFERENCES measure (uuid),
    before_start DATE NOT NULL,
    before_end DATE NOT NULL,
    after_start DATE NOT NULL,
    after_end DATE NOT NULL,
    -- Counts, estimates and intervals as JSON, and the verdict in words.
    counts TEXT NOT NULL,
    estimates TEXT NOT NULL,
    verdict TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);
