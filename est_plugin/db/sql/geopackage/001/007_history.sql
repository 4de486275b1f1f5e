-- Who changed what. The version counts the changes of a row; history fills in a later schema version.

CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    table_name TEXT NOT NULL,
    row_uuid TEXT NOT NULL,
    version INTEGER NOT NULL,
    operation TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at DATETIME NOT NULL,
    changeset TEXT,
    -- Old values of the changed columns, as JSON.
    old TEXT NOT NULL
);

CREATE TABLE changeset (
    uuid TEXT PRIMARY KEY NOT NULL,
    by_user TEXT NOT NULL,
    at DATETIME NOT NULL,
    kind TEXT NOT NULL,
    result TEXT NOT NULL
);

CREATE TRIGGER incident_versioned AFTER UPDATE ON incident WHEN NEW.version = OLD.version
BEGIN
    UPDATE incident
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER hotspot_versioned AFTER UPDATE ON hotspot WHEN NEW.version = OLD.version
BEGIN
    UPDATE hotspot
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER cause_versioned AFTER UPDATE ON cause WHEN NEW.version = OLD.version
BEGIN
    UPDATE cause
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER walk_versioned AFTER UPDATE ON walk WHEN NEW.version = OLD.version
BEGIN
    UPDATE walk
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER walk_stop_versioned AFTER UPDATE ON walk_stop WHEN NEW.version = OLD.version
BEGIN
    UPDATE walk_stop
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER observation_versioned AFTER UPDATE ON observation WHEN NEW.version = OLD.version
BEGIN
    UPDATE observation
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER measure_versioned AFTER UPDATE ON measure WHEN NEW.version = OLD.version
BEGIN
    UPDATE measure
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER traffic_rule_versioned AFTER UPDATE ON traffic_rule WHEN NEW.version = OLD.version
BEGIN
    UPDATE traffic_rule
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER meeting_versioned AFTER UPDATE ON meeting WHEN NEW.version = OLD.version
BEGIN
    UPDATE meeting
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER agenda_item_versioned AFTER UPDATE ON agenda_item WHEN NEW.version = OLD.version
BEGIN
    UPDATE agenda_item
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER decision_versioned AFTER UPDATE ON decision WHEN NEW.version = OLD.version
BEGIN
    UPDATE decision
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER promise_versioned AFTER UPDATE ON promise WHEN NEW.version = OLD.version
BEGIN
    UPDATE promise
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER inventory_item_versioned AFTER UPDATE ON inventory_item WHEN NEW.version = OLD.version
BEGIN
    UPDATE inventory_item
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER survey_area_versioned AFTER UPDATE ON survey_area WHEN NEW.version = OLD.version
BEGIN
    UPDATE survey_area
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;

CREATE TRIGGER effect_versioned AFTER UPDATE ON effect WHEN NEW.version = OLD.version
BEGIN
    UPDATE effect
    SET version = OLD.version + 1, base_version = NULL, changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE id = NEW.id;
END;
