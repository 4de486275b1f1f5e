-- est.forget and est.purge: what has to go goes from every table; what stays is the uuid and the rule.

-- Scrub a row that others refer to: an empty shell stays.
CREATE FUNCTION scrub(target text, subject uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, est, pg_temp AS $$
DECLARE
    assignments text;
BEGIN
    -- Free text is a text column that no key, list of codes or reference is bound to.
    SELECT string_agg(
        format('%I = %s', a.attname, CASE WHEN a.attnotnull THEN '''''' ELSE 'NULL' END), ', '
    ) INTO assignments
    FROM pg_attribute a
    WHERE a.attrelid = format('est.%I', target)::regclass AND a.attnum > 0 AND NOT a.attisdropped
    AND (a.atttypid = 'text'::regtype AND a.attname <> 'changed_by' OR a.attname = 'geom')
    AND NOT EXISTS (
        SELECT FROM pg_constraint c
        WHERE c.conrelid = a.attrelid AND c.contype IN ('p', 'u', 'f', 'c') AND a.attnum = ANY (c.conkey)
    );
    EXECUTE format(
        'UPDATE est.%I SET %s, version = version + 1, deleted_at = coalesce(deleted_at, now()) WHERE uuid = $1',
        target, concat_ws(', ', assignments, 'base_version = NULL')
    ) USING subject;
    UPDATE measure_event SET note = '', by_function = '' WHERE measure = subject;
    UPDATE hotspot_period SET geom = NULL WHERE hotspot = subject;
END $$;

-- Scrub one row. An incident goes altogether, with its history and the raw row in quarantine. Rows that others refer
-- to stay as empty shells: free text and geometry go, with the history. Clients make the uuids, so nothing but their
-- honesty keeps two tables from having the same: what is to be forgotten is looked for in all.
CREATE FUNCTION forget(subject uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, est, pg_temp AS $$
DECLARE
    target text;
    row_version integer;
    scrubbed text[] := '{}';
BEGIN
    FOR target IN SELECT guarded_tables() LOOP
        EXECUTE format('SELECT version FROM est.%I WHERE uuid = $1 FOR UPDATE', target) INTO row_version USING subject;
        CONTINUE WHEN row_version IS NULL;
        IF target = 'incident' THEN
            DELETE FROM quarantine q USING incident i
            WHERE i.uuid = subject AND q.source = i.source AND q.source_ref = i.source_ref;
            DELETE FROM measure_incident WHERE incident = subject;
            DELETE FROM incident WHERE uuid = subject;
        ELSE
            -- What was said on a walk goes with it.
            IF target = 'walk' THEN
                PERFORM forget(s.uuid) FROM walk_stop s WHERE s.walk = subject;
                PERFORM forget(p.uuid) FROM walk_participant p WHERE p.walk = subject;
            ELSIF target = 'walk_stop' THEN
                PERFORM forget(o.uuid) FROM observation o WHERE o.walk_stop = subject;
            END IF;
            PERFORM scrub(target, subject);
        END IF;
        DELETE FROM history WHERE table_name = target AND row_uuid = subject;
        -- As a deletion, with which every change that is based on an earlier version clashes.
        INSERT INTO history (table_name, row_uuid, version, operation, changed_by, changed_at, old)
        VALUES (target, subject, row_version + 1, 'forget', session_user, now(), '{"deleted_at": null}');
        scrubbed := scrubbed || target;
    END LOOP;
    IF scrubbed = '{}' THEN
        RAISE EXCEPTION USING ERRCODE = 'P0002', MESSAGE = format('No row has the uuid %s.', subject);
    END IF;
    RETURN jsonb_build_object('table', array_to_string(scrubbed, ', '), 'uuid', subject);
END $$;

-- Scrub what is older than meta.retention_months, and what was deleted or settled more than 30 days ago: of rows that
-- others may refer to an empty shell stays. Run nightly.
CREATE FUNCTION purge() RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, est, pg_temp AS $$
DECLARE
    kept_from timestamptz := now() - make_interval(months => (SELECT retention_months FROM meta));
    undo_from timestamptz := now() - interval '30 days';
    incidents bigint;
    rows_in_quarantine bigint;
    steps bigint;
    shells bigint := 0;
    target text;
    subject uuid;
    row_version integer;
BEGIN
    DELETE FROM measure_incident l USING incident i
    WHERE i.uuid = l.incident AND (i.occurred_from < kept_from OR i.deleted_at < undo_from);
    WITH gone AS (
        DELETE FROM incident WHERE occurred_from < kept_from OR deleted_at < undo_from RETURNING uuid, version
    ), scrubbed AS (
        DELETE FROM history WHERE row_uuid IN (SELECT uuid FROM gone)
    ), logged AS (
        INSERT INTO history (table_name, row_uuid, version, operation, changed_by, changed_at, old)
        SELECT 'incident', uuid, version, 'purge', session_user, now(), '{}' FROM gone
        RETURNING 1
    )
    SELECT count(*) INTO incidents FROM logged;
    DELETE FROM quarantine q USING import_batch b
    WHERE b.id = q.batch AND (b.imported_at < kept_from OR q.resolved_at < undo_from);
    GET DIAGNOSTICS rows_in_quarantine = ROW_COUNT;
    FOR target IN SELECT t FROM guarded_tables() AS t WHERE t <> 'incident' LOOP
        FOR subject, row_version IN EXECUTE format(
            'SELECT uuid, version FROM est.%1$I AS t WHERE deleted_at < $1 AND NOT EXISTS ('
            ' SELECT FROM est.history h WHERE h.table_name = %1$L AND h.row_uuid = t.uuid AND h.version = t.version'
            ' AND h.operation IN (''forget'', ''purge'')) FOR UPDATE', target
        ) USING undo_from LOOP
            PERFORM scrub(target, subject);
            DELETE FROM history WHERE table_name = target AND row_uuid = subject;
            INSERT INTO history (table_name, row_uuid, version, operation, changed_by, changed_at, old)
            VALUES (target, subject, row_version + 1, 'purge', session_user, now(), '{"deleted_at": null}');
            shells := shells + 1;
        END LOOP;
    END LOOP;
    DELETE FROM history WHERE changed_at < kept_from AND operation NOT IN ('forget', 'purge');
    GET DIAGNOSTICS steps = ROW_COUNT;
    DELETE FROM changeset WHERE at < kept_from;
    RETURN jsonb_build_object(
        'incidents', incidents, 'quarantine', rows_in_quarantine, 'shells', shells, 'history', steps);
END $$;
