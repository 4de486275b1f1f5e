-- The history as the form of a row shows it: when by the clock on the wall, and the columns that were changed.

CREATE VIEW row_history AS
SELECT h.id, h.row_uuid, h.changed_at, strftime('%Y-%m-%d %H:%M', h.changed_at, 'localtime') AS clock, h.changed_by,
    h.operation, h.version, (
        SELECT group_concat(key, ',') FROM (SELECT key FROM json_each(h.old) WHERE key <> 'deleted_at' ORDER BY key)
    ) AS columns
FROM history AS h;

INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES
    ('row_history', 'attributes', 'row_history', 0);
