-- Reports from outside: incidents, where they came from, and rows that did not pass.

-- How each source is read now: the mapping of its latest file, with the words that were learnt since.
CREATE TABLE import_source (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    name TEXT NOT NULL UNIQUE,
    mapping TEXT NOT NULL,
    changed_at DATETIME NOT NULL
);

CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    mapping TEXT NOT NULL,
    -- The names of the file's columns, as a JSON list.
    columns TEXT NOT NULL,
    rows_read INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    known INTEGER NOT NULL,
    -- How many of the known reports say something else than what is stored.
    changed INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    imported_at DATETIME NOT NULL,
    CHECK (rows_read = accepted + known + quarantined AND changed <= known)
);

CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    batch INTEGER NOT NULL REFERENCES import_batch (id),
    source TEXT NOT NULL,
    row_number INTEGER NOT NULL,
    row_hash TEXT NOT NULL,
    -- What names the report in its source, as incident.source_ref does.
    source_ref TEXT NOT NULL,
    -- The row as it came, and why it did not pass, both as JSON.
    raw TEXT NOT NULL,
    reasons TEXT NOT NULL,
    -- The row as a person mended it, and why that did not pass at the latest try; null as long as nobody did.
    mended TEXT,
    mended_reasons TEXT,
    -- What became of it: an incident, a report that was known already, or nothing, for the reason in the note.
    outcome TEXT CHECK (outcome IN ('accepted', 'known', 'discarded')),
    note TEXT NOT NULL DEFAULT '',
    resolved_at DATETIME,
    UNIQUE (source, row_hash),
    CHECK ((outcome IS NULL) = (resolved_at IS NULL))
);

CREATE INDEX quarantine_waiting ON quarantine (id) WHERE outcome IS NULL;

CREATE TABLE incident (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    source_ref TEXT NOT NULL,
    -- SHA-256 of what the report said when it was stored; empty for an incident that was not imported.
    content_hash TEXT NOT NULL DEFAULT '',
    category TEXT NOT NULL REFERENCES category (code),
    organisation TEXT REFERENCES organisation (code),
    occurred_from DATETIME NOT NULL,
    occurred_to DATETIME,
    time_known BOOLEAN NOT NULL DEFAULT 1,
    reported_at DATETIME,
    precision_m REAL,
    place TEXT NOT NULL DEFAULT '',
    place_type TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    severity INTEGER CHECK (severity BETWEEN 1 AND 5),
    police_reported TEXT NOT NULL DEFAULT 'unknown' CHECK (police_reported IN ('yes', 'no', 'unknown')),
    review_status TEXT NOT NULL DEFAULT 'new' CHECK (review_status IN ('new', 'reviewed', 'duplicate', 'rejected')),
    info_class INTEGER NOT NULL DEFAULT 1 CHECK (info_class BETWEEN 0 AND 3),
    darkness TEXT,
    batch INTEGER REFERENCES import_batch (id),
    geom POINT,
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME,
    UNIQUE (source, source_ref)
);

CREATE INDEX incident_category_time ON incident (category, occurred_from);
CREATE INDEX incident_time ON incident (occurred_from);
CREATE INDEX incident_batch ON incident (batch);
-- Counts of a period come from this index alone: a year of a large town in hundredths of a second.
CREATE INDEX incident_counted ON incident (occurred_from, category, organisation)
WHERE deleted_at IS NULL AND geom IS NOT NULL AND review_status IN ('new', 'reviewed');
CREATE INDEX incident_organisation ON incident (organisation) WHERE deleted_at IS NULL;

-- Which reports are stored already, for an import.
CREATE VIEW known_report AS SELECT source, source_ref, content_hash FROM incident;
