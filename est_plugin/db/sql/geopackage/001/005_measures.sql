-- Measures, each step they take, and the extra fields of a traffic ban.

CREATE TABLE measure (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL REFERENCES measure_kind (code),
    title TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'proposed' CHECK (status IN (
        'proposed', 'assessed', 'decided', 'planned', 'in_progress', 'done', 'followed_up', 'evaluated', 'closed',
        'rejected', 'handed_over', 'paused'
    )),
    owner TEXT REFERENCES organisation (code),
    decision_body TEXT NOT NULL DEFAULT '',
    registry_no TEXT NOT NULL DEFAULT '',
    due_date DATE,
    start_date DATE,
    done_date DATE,
    follow_up_date DATE,
    cost_estimate REAL,
    cost REAL,
    funding TEXT NOT NULL DEFAULT '',
    expected_effect TEXT NOT NULL DEFAULT '',
    result TEXT NOT NULL DEFAULT '',
    public_text TEXT NOT NULL DEFAULT '',
    cause TEXT REFERENCES cause (uuid),
    hotspot TEXT REFERENCES hotspot (uuid),
    walk_stop TEXT REFERENCES walk_stop (uuid),
    observation TEXT REFERENCES observation (uuid),
    info_class INTEGER NOT NULL DEFAULT 1 CHECK (info_class BETWEEN 0 AND 3),
    geom GEOMETRY,
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

CREATE TABLE measure_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    measure TEXT NOT NULL REFERENCES measure (uuid),
    status TEXT NOT NULL,
    at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    by_function TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);

CREATE TABLE traffic_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    measure TEXT NOT NULL UNIQUE REFERENCES measure (uuid),
    vehicles TEXT NOT NULL DEFAULT '',
    weekdays TEXT NOT NULL DEFAULT '',
    time_from TEXT NOT NULL DEFAULT '',
    time_to TEXT NOT NULL DEFAULT '',
    valid_from DATE,
    valid_to DATE,
    exceptions TEXT NOT NULL DEFAULT '',
    sign_type TEXT NOT NULL DEFAULT '',
    sign_count INTEGER,
    authority TEXT NOT NULL DEFAULT '',
    inside_built_up_area BOOLEAN,
    stfs_id TEXT NOT NULL DEFAULT '',
    sign_up_date DATE,
    -- The three conditions for a valid rule: right authority decided, published in STFS, right sign on site.
    is_decided BOOLEAN NOT NULL DEFAULT 0,
    is_published BOOLEAN NOT NULL DEFAULT 0,
    is_signed BOOLEAN NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

-- Each status step is dated, whoever makes it and with whatever tool.
CREATE TRIGGER measure_status_inserted AFTER INSERT ON measure WHEN NEW.deleted_at IS NULL
BEGIN
    INSERT INTO measure_event (measure, status) VALUES (NEW.uuid, NEW.status);
END;

CREATE TRIGGER measure_status_updated AFTER UPDATE OF status ON measure WHEN NEW.status <> OLD.status
BEGIN
    INSERT INTO measure_event (measure, status) VALUES (NEW.uuid, NEW.status);
END;
