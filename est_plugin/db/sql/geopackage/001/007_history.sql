-- Who changed what, and the ledger that makes every changeset count once. db/file_history.py makes the triggers that
-- fill the history.

CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    table_name TEXT NOT NULL,
    row_uuid TEXT NOT NULL,
    version INTEGER NOT NULL,
    operation TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at DATETIME NOT NULL,
    changeset TEXT,
    -- What the changed columns held before, as JSON; a geometry as hexadecimal blob.
    old TEXT NOT NULL
);

CREATE TABLE changeset (
    uuid TEXT PRIMARY KEY NOT NULL,
    by_user TEXT NOT NULL,
    at DATETIME NOT NULL,
    kind TEXT NOT NULL,
    result TEXT NOT NULL
);

-- Who writes to the file now, and as which changeset: one process at a time does.
CREATE TABLE writer (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    name TEXT NOT NULL DEFAULT '',
    changeset TEXT
);

INSERT INTO writer (id) VALUES (1);

CREATE INDEX history_row ON history (row_uuid, version);
CREATE INDEX history_changeset ON history (changeset);
CREATE INDEX history_time ON history (changed_at);
