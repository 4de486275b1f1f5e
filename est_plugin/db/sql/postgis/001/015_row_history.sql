-- The history as the form of a row shows it: when by the clock on the wall, and the columns that were changed.
-- With its caller's eyes: an editor sees the history of the rows that the editor sees.

CREATE VIEW row_history WITH (security_invoker = true) AS
SELECT h.id, h.row_uuid, h.changed_at,
    to_char(h.changed_at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') AS clock, h.changed_by,
    h.operation, h.version, (
        SELECT string_agg(key, ',' ORDER BY key) FROM jsonb_object_keys(h.old) AS key WHERE key <> 'deleted_at'
    ) AS columns
FROM history AS h;

REVOKE ALL ON row_history FROM PUBLIC;
GRANT SELECT ON row_history TO est_editor, est_admin;
