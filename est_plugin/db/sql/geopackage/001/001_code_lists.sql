-- What the database is, and the code lists that a municipality edits.

CREATE TABLE meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    schema_version INTEGER NOT NULL,
    min_client_version INTEGER NOT NULL,
    municipality TEXT NOT NULL,
    municipality_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL,
    retention_months INTEGER NOT NULL DEFAULT 24 CHECK (retention_months > 0),
    created DATETIME NOT NULL
);

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    colour TEXT NOT NULL DEFAULT '',
    sort INTEGER NOT NULL DEFAULT 0,
    active BOOLEAN NOT NULL DEFAULT 1
);

-- The five EMBRACE groups, so that lists from different municipalities can be exchanged.
CREATE TABLE category_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    colour TEXT NOT NULL DEFAULT '',
    sort INTEGER NOT NULL DEFAULT 0,
    active BOOLEAN NOT NULL DEFAULT 1
);

CREATE TABLE category (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    category_group TEXT NOT NULL REFERENCES category_group (code),
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    sort INTEGER NOT NULL DEFAULT 0,
    active BOOLEAN NOT NULL DEFAULT 1,
    -- May a public edition count it? Never what may happen in a home, or points at a person; a municipality's own
    -- category only once somebody says so.
    publishable BOOLEAN NOT NULL DEFAULT 0
);

CREATE TABLE measure_kind (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    -- Cornish & Clarke's 25 techniques, as numbers separated by blanks.
    techniques TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '',
    decision TEXT NOT NULL DEFAULT '',
    sort INTEGER NOT NULL DEFAULT 0,
    active BOOLEAN NOT NULL DEFAULT 1
);

-- Who walks along, by role: a protocol counts them and names nobody.
CREATE TABLE participant_role (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    sort INTEGER NOT NULL DEFAULT 0,
    active BOOLEAN NOT NULL DEFAULT 1
);

CREATE TABLE checklist_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    -- How it is answered: scale_0_3, scale_1_5, yes_no or text.
    answer TEXT NOT NULL,
    sort INTEGER NOT NULL DEFAULT 0,
    active BOOLEAN NOT NULL DEFAULT 1
);

-- What a traffic ban is put together from: vehicles, days, exceptions and signs.
CREATE TABLE traffic_term (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    -- vehicle, weekday, exception or sign.
    term_group TEXT NOT NULL,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    sort INTEGER NOT NULL DEFAULT 0,
    active BOOLEAN NOT NULL DEFAULT 1
);
