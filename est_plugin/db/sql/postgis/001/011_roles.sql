-- Who sees and changes what. Personal logins are members of one of the group roles (docs/dba.md).
--
--   est_reader    open and internal rows, no descriptions; changes nothing
--   est_reporter  adds incidents of the own organisation and sees those; a member of est_org_<organisation code> too
--   est_editor    everything but protected rows; may protect a row (class 3), which then leaves the editors' sight
--   est_admin     everything; code lists, forget and purge. Also here nobody deletes or rewrites history.
--   est_owner     owns the schema; nobody logs in with it

-- The organisations of this login, by its membership in est_org_<code>.
CREATE FUNCTION my_organisations() RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(substr(rolname, length('est_org_') + 1)), '{}') FROM pg_roles
    WHERE starts_with(rolname, 'est_org_') AND pg_has_role(current_user, oid, 'USAGE')
$$;

-- May this login see the row? Runs with the caller's rights, so the row level rules answer.
CREATE FUNCTION is_visible(table_name text, row_uuid uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, est, pg_temp AS $$
DECLARE
    answer boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT FROM est.%I WHERE uuid = $1)', table_name) INTO answer USING row_uuid;
    RETURN answer;
END $$;

-- Limits for a personal login; those of a group role are not inherited. For an administrator of roles.
CREATE FUNCTION limit_login(login name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER ROLE %I IN DATABASE %I SET statement_timeout = ''60s''', login, current_database());
    EXECUTE format('ALTER ROLE %I IN DATABASE %I SET lock_timeout = ''5s''', login, current_database());
    EXECUTE format(
        'ALTER ROLE %I IN DATABASE %I SET idle_in_transaction_session_timeout = ''5min''', login, current_database());
END $$;

-- Incidents for those who may not read descriptions. A view must look with its caller's eyes (security_invoker).
CREATE VIEW incident_reading WITH (security_invoker = true) AS
SELECT
    id, uuid, source, category, organisation, occurred_from, occurred_to, time_known, reported_at,
    precision_m, place, place_type, severity, police_reported, review_status, info_class, darkness, version,
    changed_at, deleted_at, geom
FROM incident
WHERE deleted_at IS NULL;

REVOKE ALL ON ALL TABLES IN SCHEMA est FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA est FROM PUBLIC;
GRANT USAGE ON SCHEMA est TO est_reader, est_reporter;
GRANT EXECUTE ON FUNCTION my_organisations(), is_visible(text, uuid) TO est_reader, est_reporter;
GRANT EXECUTE ON FUNCTION apply_changeset(uuid, jsonb), apply_change(jsonb), guarded_tables()
    TO est_reporter, est_editor;
GRANT EXECUTE ON FUNCTION forget(uuid), purge(), limit_login(name) TO est_admin;

-- Code lists: read by all, changed by the administrator.
GRANT SELECT ON meta, organisation, category_group, category, measure_kind, checklist_item, participant_role, traffic_term
    TO est_reader, est_reporter;
GRANT INSERT, UPDATE, DELETE ON organisation, category_group, category, measure_kind, checklist_item, participant_role,
    traffic_term TO est_admin;
-- The method's, not the municipality's.
GRANT SELECT ON measure_step TO est_reader;
GRANT UPDATE (municipality, municipality_name, retention_months) ON meta TO est_admin;

-- Everything else carries row level rules, also for its owner. (table, rows of a reader, rows of an editor)
-- A reader never sees what was deleted, nor what hangs on it.
DO $$
DECLARE
    rule record;
    of_hotspot text := 'EXISTS (SELECT FROM est.hotspot h WHERE h.uuid = %1$I.hotspot)';
    of_walk text := 'EXISTS (SELECT FROM est.walk w WHERE w.uuid = %1$I.walk)';
    of_meeting text := 'EXISTS (SELECT FROM est.meeting m WHERE m.uuid = %1$I.meeting)';
    of_incident text := 'EXISTS (SELECT FROM est.incident i WHERE i.uuid = %1$I.incident)';
    of_measure text := 'EXISTS (SELECT FROM est.measure m WHERE m.uuid = %1$I.measure)';
    hotspot_and_measure text :=
        '(hotspot IS NULL OR ' || of_hotspot || ') AND (measure IS NULL OR ' || of_measure || ')';
BEGIN
    FOR rule IN
        SELECT * FROM (VALUES
            ('incident', 'info_class <= 1', 'info_class <= 2'),
            ('hotspot', 'info_class <= 1', 'info_class <= 2'),
            ('measure', 'info_class <= 1', 'info_class <= 2'),
            ('hotspot_period', of_hotspot, of_hotspot),
            ('cause', of_hotspot, of_hotspot),
            ('measure_event', of_measure, of_measure),
            ('traffic_rule', of_measure, of_measure),
            ('effect', of_measure, of_measure),
            ('measure_incident', of_measure || ' AND ' || of_incident, of_measure || ' AND ' || of_incident),
            ('promise', 'measure IS NULL OR ' || of_measure, 'measure IS NULL OR ' || of_measure),
            ('inventory_item', 'measure IS NULL OR ' || of_measure, 'measure IS NULL OR ' || of_measure),
            ('decision', of_meeting || ' AND ' || hotspot_and_measure, hotspot_and_measure),
            -- Why people walk, and where they stop, tells of the hotspot; what they said is for those who answer.
            ('walk', 'hotspot IS NULL OR ' || of_hotspot, 'true'),
            ('walk_participant', NULL, 'true'),
            ('walk_stop', '(walk IS NULL OR ' || of_walk || ') AND (hotspot IS NULL OR ' || of_hotspot || ')', 'true'),
            ('observation', NULL, 'true'),
            ('meeting', 'true', 'true'),
            ('agenda_item', of_meeting, 'true'),
            ('survey_area', 'true', 'true'),
            ('import_source', NULL, 'true'),
            ('import_batch', NULL, 'true'),
            ('quarantine', NULL, 'true'),
            ('history', NULL, 'est.is_visible(table_name, row_uuid)')
        ) AS rules (name, reader, editor)
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', rule.name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', rule.name);
        EXECUTE format('CREATE POLICY owner_all ON %I TO est_owner USING (true)', rule.name);
        EXECUTE format('CREATE POLICY admin_all ON %I TO est_admin USING (true)', rule.name);
        EXECUTE format(
            'CREATE POLICY editor_rows ON %I TO est_editor USING (%s)', rule.name, format(rule.editor, rule.name));
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO est_editor', rule.name);
        IF rule.reader IS NOT NULL THEN
            EXECUTE format(
                'CREATE POLICY reader_rows ON %I FOR SELECT TO est_reader USING (%s(%s))', rule.name,
                CASE WHEN rule.name IN (SELECT guarded_tables()) THEN 'deleted_at IS NULL AND ' END,
                format(rule.reader, rule.name));
            EXECUTE format('GRANT SELECT ON %I TO est_reader', rule.name);
        END IF;
    END LOOP;
END $$;

-- An editor who sees that a row must be protected protects it. PostgreSQL wants the row in sight of who changes it, so
-- it is until the transaction ends: the guard has signed it then.
DO $$
DECLARE
    name text;
    own text := 'changed_by = session_user AND changed_at = now()';
BEGIN
    FOREACH name IN ARRAY ARRAY['incident', 'hotspot', 'measure'] LOOP
        EXECUTE format('CREATE POLICY editor_just_changed ON %I FOR SELECT TO est_editor USING (%s)', name, own);
        EXECUTE format(
            'CREATE POLICY editor_protects ON %I FOR UPDATE TO est_editor USING (%s) WITH CHECK (true)', name, own);
    END LOOP;
END $$;

-- What came in and which steps a measure took stays as it was. Steps are dated by the server; a note can be added.
REVOKE UPDATE ON import_batch, quarantine FROM est_editor;
-- The hash too: an import that is undone gives up its rows, so that the file can be taken in again.
GRANT UPDATE (row_hash, source_ref, mended, mended_reasons, outcome, note, resolved_at) ON quarantine TO est_editor;
REVOKE INSERT, UPDATE ON measure_event FROM est_editor;
GRANT INSERT (measure, status, by_function, note) ON measure_event TO est_editor;

-- Computed anew by each analysis; the only rows but code lists that anybody deletes.
GRANT DELETE ON hotspot_period TO est_editor;
GRANT SELECT ON hotspot_state TO est_editor;

-- History is written by the guard alone.
REVOKE INSERT, UPDATE ON history FROM est_editor;

-- The ledger only grows: a login adds changesets of its own, and their results, in the transaction that they are of.
ALTER TABLE changeset ENABLE ROW LEVEL SECURITY;
ALTER TABLE changeset FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON changeset TO est_owner USING (true);
CREATE POLICY admin_reads ON changeset FOR SELECT TO est_admin USING (true);
CREATE POLICY own_rows ON changeset FOR SELECT TO est_reporter, est_editor USING (by_user = session_user);
-- What has been published is known to all; the next one must fit to it.
CREATE POLICY published ON changeset FOR SELECT TO est_editor USING (kind = 'publish');
CREATE POLICY own_adds ON changeset FOR INSERT TO est_reporter, est_editor
    WITH CHECK (by_user = session_user AND at = now());
CREATE POLICY own_results ON changeset FOR UPDATE TO est_reporter, est_editor
    USING (by_user = session_user AND at = now());
GRANT SELECT, INSERT, UPDATE (result) ON changeset TO est_reporter, est_editor;

GRANT SELECT ON known_report TO est_editor;

-- The description is not for readers, nor what may be computed from it and lets a guess be confirmed.
REVOKE SELECT ON incident FROM est_reader;
DO $$
BEGIN
    EXECUTE (
        SELECT format('GRANT SELECT (%s) ON incident TO est_reader', string_agg(quote_ident(attname), ', '))
        FROM pg_attribute
        WHERE attrelid = 'incident'::regclass AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('description', 'content_hash', 'source_ref')
    );
END $$;
GRANT SELECT ON incident_reading, hotspot_state TO est_reader;

CREATE POLICY reporter_rows ON incident FOR SELECT TO est_reporter
    USING (info_class <= 2 AND deleted_at IS NULL AND organisation = ANY ((SELECT my_organisations())::text[]));
CREATE POLICY reporter_adds ON incident FOR INSERT TO est_reporter
    WITH CHECK (info_class <= 2 AND organisation = ANY ((SELECT my_organisations())::text[]));
GRANT SELECT, INSERT ON incident TO est_reporter;
