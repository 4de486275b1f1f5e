-- Tracked places, their numbers per period, and why things happen there.

CREATE TABLE hotspot (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- The name that the analysis gave; if the place has another one, a person chose it.
    found_name TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'lasting', 'cooled', 'closed')),
    -- Numbers of the latest analysis; rank is empty when the place was not hot then.
    rank INTEGER,
    incidents INTEGER NOT NULL DEFAULT 0,
    incidents_before INTEGER,
    z REAL,
    q REAL,
    main_category TEXT REFERENCES category (code),
    period_start DATE,
    period_end DATE,
    -- Brå's seven criteria, 0 to 3, scored by people.
    common INTEGER CHECK (common BETWEEN 0 AND 3),
    long_lasting INTEGER CHECK (long_lasting BETWEEN 0 AND 3),
    deviating INTEGER CHECK (deviating BETWEEN 0 AND 3),
    delimited INTEGER CHECK (delimited BETWEEN 0 AND 3),
    influenceable INTEGER CHECK (influenceable BETWEEN 0 AND 3),
    costly INTEGER CHECK (costly BETWEEN 0 AND 3),
    affects_many INTEGER CHECK (affects_many BETWEEN 0 AND 3),
    comment TEXT NOT NULL DEFAULT '',
    info_class INTEGER NOT NULL DEFAULT 1 CHECK (info_class BETWEEN 0 AND 3),
    geom MULTIPOLYGON,
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

CREATE TABLE hotspot_period (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    hotspot TEXT NOT NULL REFERENCES hotspot (uuid),
    period_start DATE NOT NULL,
    period_end DATE NOT NULL,
    -- Empty where a place known from another period was not hot in this one.
    rank INTEGER,
    incidents INTEGER NOT NULL,
    incidents_before INTEGER,
    cells INTEGER NOT NULL,
    z REAL,
    q REAL,
    -- Counts per category, and the method (null, tests, correction, parameters, checksum), both as JSON.
    categories TEXT NOT NULL,
    method TEXT NOT NULL,
    -- Where the place was hot in this period, and what was most common there; empty where it was not hot.
    main_category TEXT REFERENCES category (code),
    geom MULTIPOLYGON,
    computed_at DATETIME NOT NULL,
    UNIQUE (hotspot, period_start, period_end)
);

-- What a tracked place was in each period that was analysed; empty if it was only hot later.
CREATE VIEW hotspot_state AS
SELECT p.id, p.hotspot, p.period_start, p.period_end, p.rank, p.incidents, p.incidents_before, p.z, p.q,
    CASE
        WHEN h.status = 'closed' THEN 'closed'
        WHEN EXISTS (
            SELECT 1 FROM hotspot_period AS e
            WHERE e.hotspot = p.hotspot AND e.period_start < p.period_start AND e.rank IS NOT NULL
        ) THEN CASE WHEN p.rank IS NULL THEN 'cooled' ELSE 'lasting' END
        WHEN p.rank IS NOT NULL THEN 'new'
    END AS status
FROM hotspot_period AS p
JOIN hotspot AS h ON h.uuid = p.hotspot
WHERE h.deleted_at IS NULL;

CREATE TABLE cause (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    hotspot TEXT NOT NULL REFERENCES hotspot (uuid),
    problem TEXT NOT NULL,
    triangle_side TEXT NOT NULL DEFAULT '' CHECK (triangle_side IN ('', 'offender', 'target', 'place')),
    missing_controller TEXT NOT NULL DEFAULT '' CHECK (missing_controller IN ('', 'handler', 'guardian', 'place_manager')),
    support TEXT NOT NULL DEFAULT '',
    confidence INTEGER CHECK (confidence BETWEEN 1 AND 3),
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);
