-- Measures, the steps they may take and those they took, the incidents they answer, and the extra fields of a traffic
-- ban.
--
-- Whatever program writes, a step that is not in measure_step is refused (see est_plugin/db/guard.py):
--   EST007  the measure cannot take this step, or does not begin as proposed
--   EST008  a measure is rejected without a reason for the public
--   EST009  a traffic ban is done, or later, without its three conditions
--   EST010  a measure is taken up again with the reason for its rejection still there for the public
-- Two doors: what is stored as a changeset of the kind import may begin at any step, and undo takes any step back.

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
    -- Of the latest step, if a person said more than the status; measure_event has them of every step.
    step_at DATETIME,
    step_by TEXT NOT NULL DEFAULT '',
    step_note TEXT NOT NULL DEFAULT '',
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
    -- Codes of traffic_term, as in {"1","2"}; a weekday has its number, Monday 1.
    vehicles TEXT NOT NULL DEFAULT '{}',
    weekdays TEXT NOT NULL DEFAULT '{}',
    time_from TEXT NOT NULL DEFAULT '',
    time_to TEXT NOT NULL DEFAULT '',
    valid_from DATE,
    valid_to DATE,
    exceptions TEXT NOT NULL DEFAULT '{}',
    sign_type TEXT NOT NULL DEFAULT '{}',
    sign_count INTEGER,
    authority TEXT NOT NULL DEFAULT '',
    inside_built_up_area BOOLEAN,
    stfs_id TEXT NOT NULL DEFAULT '' CHECK (
        stfs_id = '' OR stfs_id GLOB '[0-9][0-9][0-9][0-9] [0-9][0-9][0-9][0-9][:-][0-9][0-9][0-9][0-9][0-9]'
    ),
    sign_up_date DATE,
    -- The three conditions for a valid rule: right authority decided, published in STFS, right sign on site.
    is_decided BOOLEAN NOT NULL DEFAULT 0,
    is_published BOOLEAN NOT NULL DEFAULT 0 CHECK (NOT is_published OR stfs_id <> ''),
    is_signed BOOLEAN NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

-- The incidents that a measure answers.
CREATE TABLE measure_incident (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    uuid TEXT NOT NULL UNIQUE,
    measure TEXT NOT NULL REFERENCES measure (uuid),
    incident TEXT NOT NULL REFERENCES incident (uuid),
    version INTEGER NOT NULL DEFAULT 1,
    base_version INTEGER,
    changed_at DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_by TEXT NOT NULL DEFAULT '',
    deleted_at DATETIME
);

CREATE INDEX measure_incident_incident ON measure_incident (incident);

-- The steps that a measure may take, filled from domain/measure_steps.py. Out of a pause they depend on the step in
-- which it was paused; for all others that is empty.
CREATE TABLE measure_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    from_status TEXT NOT NULL,
    to_status TEXT NOT NULL,
    paused_in TEXT NOT NULL DEFAULT '',
    UNIQUE (from_status, to_status, paused_in)
);

CREATE TRIGGER measure_begins BEFORE INSERT ON measure
WHEN NEW.deleted_at IS NULL AND NEW.status <> 'proposed' AND NOT EXISTS (
    SELECT 1 FROM writer AS w JOIN changeset AS c ON c.uuid = w.changeset WHERE c.kind = 'import'
)
BEGIN
    SELECT RAISE(ABORT, 'EST007: a new measure begins as proposed.');
END;

CREATE TRIGGER measure_takes_step BEFORE UPDATE OF status ON measure
WHEN NEW.status <> OLD.status AND NOT EXISTS (
    SELECT 1 FROM measure_step AS s WHERE s.from_status = OLD.status AND s.to_status = NEW.status
    AND s.paused_in = CASE OLD.status WHEN 'paused' THEN coalesce((
        SELECT e.status FROM measure_event AS e WHERE e.measure = OLD.uuid AND e.status <> 'paused'
        ORDER BY e.id DESC LIMIT 1
    ), 'proposed') ELSE '' END
) AND NOT EXISTS (
    SELECT 1 FROM writer AS w JOIN changeset AS c ON c.uuid = w.changeset WHERE c.kind = 'undo'
)
BEGIN
    SELECT RAISE(ABORT, 'EST007: a measure cannot take this step.');
END;

CREATE TRIGGER measure_is_rejected BEFORE UPDATE OF status, public_text ON measure
WHEN NEW.status = 'rejected' AND trim(NEW.public_text) = '' AND NEW.deleted_at IS NULL
    AND (OLD.status <> NEW.status OR OLD.public_text <> NEW.public_text)
BEGIN
    SELECT RAISE(ABORT, 'EST008: a measure is rejected with a reason for the public.');
END;

-- Else the report of a walk would tell the reason as the words of another answer.
CREATE TRIGGER rejected_measure_is_taken_up BEFORE UPDATE OF status ON measure
WHEN OLD.status = 'rejected' AND NEW.status <> OLD.status AND trim(NEW.public_text) <> ''
    AND NEW.public_text = OLD.public_text
    AND EXISTS (SELECT 1 FROM measure_step AS s WHERE s.from_status = OLD.status AND s.to_status = NEW.status)
    AND NOT EXISTS (
        SELECT 1 FROM writer AS w JOIN changeset AS c ON c.uuid = w.changeset WHERE c.kind = 'undo'
    )
BEGIN
    SELECT RAISE(ABORT, 'EST010: the text for the public is still the reason for the rejection.');
END;

CREATE TRIGGER traffic_ban_is_done BEFORE UPDATE OF status, kind ON measure
WHEN NEW.kind = 'LTF' AND NEW.status IN ('done', 'followed_up', 'evaluated', 'closed')
    AND (OLD.status <> NEW.status OR OLD.kind <> NEW.kind) AND NOT EXISTS (
    SELECT 1 FROM traffic_rule AS r WHERE r.measure = NEW.uuid AND r.deleted_at IS NULL
    AND r.is_decided AND r.is_published AND r.is_signed
)
BEGIN
    SELECT RAISE(ABORT, 'EST009: a traffic ban is done when it is decided, published and signed.');
END;

-- A ban that is done keeps what makes it hold; undo of an import takes the whole ban away.
CREATE TRIGGER traffic_rule_stays_valid BEFORE UPDATE ON traffic_rule
WHEN OLD.deleted_at IS NULL AND OLD.is_decided AND OLD.is_published AND OLD.is_signed
    AND NOT (NEW.measure = OLD.measure AND NEW.is_decided AND NEW.is_published AND NEW.is_signed
        AND (NEW.deleted_at IS NULL OR EXISTS (
            SELECT 1 FROM writer AS w JOIN changeset AS c ON c.uuid = w.changeset WHERE c.kind = 'undo'
        )))
    AND EXISTS (
        SELECT 1 FROM measure AS m WHERE m.uuid = OLD.measure AND m.deleted_at IS NULL AND m.kind = 'LTF'
        AND m.status IN ('done', 'followed_up', 'evaluated', 'closed')
    )
BEGIN
    SELECT RAISE(ABORT, 'EST009: a traffic ban that is done stays decided, published and signed.');
END;

-- Each status step is dated, whoever makes it and with whatever tool: on the day that was said, else now.
CREATE TRIGGER measure_status_inserted AFTER INSERT ON measure WHEN NEW.deleted_at IS NULL
BEGIN
    INSERT INTO measure_event (measure, status, at, by_function, note)
    VALUES (
        NEW.uuid, NEW.status, coalesce(NEW.step_at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')), NEW.step_by, NEW.step_note
    );
END;

-- What stood there before, or comes back by undo, was said of another step.
CREATE TRIGGER measure_status_updated AFTER UPDATE OF status ON measure WHEN NEW.status <> OLD.status
BEGIN
    INSERT INTO measure_event (measure, status, at, by_function, note)
    SELECT
        NEW.uuid, NEW.status, CASE WHEN is_said THEN NEW.step_at ELSE strftime('%Y-%m-%dT%H:%M:%fZ', 'now') END,
        CASE WHEN is_said THEN NEW.step_by ELSE '' END, CASE WHEN is_said THEN NEW.step_note ELSE '' END
    FROM (
        SELECT NEW.step_at IS NOT NULL AND NEW.step_at IS NOT OLD.step_at AND NOT EXISTS (
            SELECT 1 FROM writer AS w JOIN changeset AS c ON c.uuid = w.changeset WHERE c.kind = 'undo'
        ) AS is_said
    );
END;
