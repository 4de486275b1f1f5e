-- Has a change that a client sent arrived? A link that breaks in a save leaves QGIS, and the person, with a wrong answer.
-- What was changed since, by whomever, does not count: the change was there.

-- For a row that this login no longer sees, such as one that it protected itself: only its own changes are told.
CREATE FUNCTION changed_by_me(table_name text, row_uuid uuid, base integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, est, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM history h
        WHERE h.table_name = changed_by_me.table_name AND h.row_uuid = changed_by_me.row_uuid
        AND h.version > base AND h.changed_by = session_user
    )
$$;

-- change: {"table": "measure", "op": "update", "uuid": "…", "base_version": 3, "values": {"title": "…"}}, as
-- apply_changeset takes it. Runs with the caller's rights.
CREATE FUNCTION has_arrived(change jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, est, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    target text := change ->> 'table';
    op text := change ->> 'op';
    wanted uuid;
    base integer := coalesce((change ->> 'base_version')::integer, 0);
    has_geometry boolean;
    stored record;
    sent record;
    stored_values jsonb;
    sent_values jsonb;
    column_name text;
BEGIN
    IF target IS NULL OR target NOT IN (SELECT guarded_tables()) THEN
        RAISE EXCEPTION USING ERRCODE = 'ES006', MESSAGE = format('EST006: there is no table %s to change.', target);
    END IF;
    wanted := (change ->> 'uuid')::uuid;
    EXECUTE format('SELECT * FROM est.%I WHERE uuid = $1', target) INTO stored USING wanted;
    IF stored.uuid IS NULL THEN
        RETURN changed_by_me(target, wanted, base);
    ELSIF op = 'insert' THEN
        RETURN true;
    ELSIF op = 'delete' THEN
        RETURN stored.deleted_at IS NOT NULL;
    END IF;
    EXECUTE format('SELECT * FROM jsonb_populate_record(NULL::est.%I, $1)', target) INTO sent USING change -> 'values';
    SELECT EXISTS (
        SELECT FROM pg_attribute WHERE attrelid = format('est.%I', target)::regclass AND attname = 'geom'
    ) INTO has_geometry;
    -- The geometry apart, as in the history.
    IF has_geometry THEN
        stored_values := jsonb_build_object('geom', stored.geom::text);
        sent_values := jsonb_build_object('geom', sent.geom::text);
        stored.geom := NULL;
        sent.geom := NULL;
        stored_values := to_jsonb(stored) || stored_values;
        sent_values := to_jsonb(sent) || sent_values;
    ELSE
        stored_values := to_jsonb(stored);
        sent_values := to_jsonb(sent);
    END IF;
    FOR column_name IN SELECT jsonb_object_keys(change -> 'values') LOOP
        CONTINUE WHEN column_name IN ('id', 'uuid', 'version', 'base_version', 'changed_at', 'changed_by')
            OR sent_values -> column_name IS NOT DISTINCT FROM stored_values -> column_name;
        -- Did a version of mine hold it, until somebody changed it?
        IF NOT EXISTS (
            SELECT FROM history mine
            WHERE mine.table_name = target AND mine.row_uuid = wanted AND mine.version > base
            AND mine.changed_by = session_user AND mine.old -> column_name IS NOT NULL
            AND sent_values -> column_name = (
                SELECT later.old -> column_name FROM history later
                WHERE later.table_name = target AND later.row_uuid = wanted AND later.version > mine.version
                AND later.old -> column_name IS NOT NULL ORDER BY later.version LIMIT 1
            )
        ) THEN
            RETURN false;
        END IF;
    END LOOP;
    RETURN true;
EXCEPTION
    -- What the column cannot hold was not stored.
    WHEN data_exception OR internal_error THEN RETURN false;
END $$;

REVOKE ALL ON FUNCTION changed_by_me(text, uuid, integer), has_arrived(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION changed_by_me(text, uuid, integer), has_arrived(jsonb) TO est_reporter, est_editor;
