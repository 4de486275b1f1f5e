-- The guard: nothing is overwritten unseen, nothing is lost by deletion, and every change stands in the history.
--
-- A client sends the version its work is based on (base_version, see est_plugin/db/guard.py). Refusals:
--   EST001  an UPDATE that does not say which version it is based on
--   EST002  the same column was changed since then; DETAIL says by whom, when and which columns, as JSON
--   EST003  a DELETE; deleted_at is set instead
--   EST004  an UPDATE outside an explicit transaction: QGIS repeats a save like that after a broken connection
--   EST005  an UPDATE that touched no row: it is gone, or hidden from this login
-- Work done as est_owner (migrations, est.forget, est.purge) passes the guard and leaves no history.

CREATE FUNCTION guard_insert() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, est, pg_temp AS $$
BEGIN
    NEW.version := 1;
    NEW.base_version := NULL;
    NEW.changed_at := now();
    NEW.changed_by := session_user;
    RETURN NEW;
END $$;

-- The changeset under which this transaction writes; empty for a plain edit session. Anybody can set a setting, so it
-- counts only if the ledger holds it as this login's, of this transaction: 011_roles.sql lets nobody write another "at".
CREATE FUNCTION current_changeset() RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, est, pg_temp AS $$
    SELECT uuid FROM changeset
    WHERE uuid = nullif(current_setting('est.changeset', true), '')::uuid AND by_user = session_user AND at = now()
$$;

CREATE FUNCTION guard_inserted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, est, pg_temp AS $$
BEGIN
    INSERT INTO history (table_name, row_uuid, version, operation, changed_by, changed_at, changeset, old)
    VALUES (TG_TABLE_NAME, NEW.uuid, NEW.version, 'insert', NEW.changed_by, NEW.changed_at, current_changeset(), '{}');
    RETURN NULL;
END $$;

-- The columns in which this write clashes with what others stored after base: the same column, any deletion, or
-- everything if the history of that time has been purged.
CREATE FUNCTION clashing_columns(table_name text, row_uuid uuid, base integer, now_version integer, mine text[])
RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, est, pg_temp AS $$
DECLARE
    steps integer;
    theirs text[];
BEGIN
    SELECT count(DISTINCT h.version), coalesce(array_agg(DISTINCT key) FILTER (WHERE key IS NOT NULL), '{}')
    INTO steps, theirs
    FROM history h LEFT JOIN LATERAL jsonb_object_keys(h.old) AS key ON true
    WHERE h.table_name = clashing_columns.table_name AND h.row_uuid = clashing_columns.row_uuid AND h.version > base;
    IF steps < now_version - base OR 'deleted_at' = ANY (theirs || mine) THEN
        RETURN mine;
    END IF;
    RETURN ARRAY(SELECT unnest(mine) INTERSECT SELECT unnest(theirs) ORDER BY 1);
END $$;

-- In UTC, whatever zone the client has: the history is compared with what others sent.
CREATE FUNCTION guard_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, est, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    before record := OLD;
    after record := NEW;
    old_values jsonb;
    new_values jsonb;
    mine text[];
    clash text[];
BEGIN
    IF NEW.base_version IS NULL OR NEW.base_version NOT BETWEEN 1 AND OLD.version THEN
        RAISE EXCEPTION USING ERRCODE = 'ES001',
            MESSAGE = format('EST001: the change of %s does not say which version it is based on.', TG_TABLE_NAME),
            HINT = 'Open the layer from the EST plugin, or with the style that is stored in the database.';
    END IF;
    IF now() = statement_timestamp() AND current_changeset() IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'ES004',
            MESSAGE = format('EST004: the change of %s came outside a transaction.', TG_TABLE_NAME),
            HINT = 'The connection was probably broken during the save. Save again.';
    END IF;
    -- The geometry apart: as JSON it would lose digits.
    IF TG_ARGV[0] = 'geom' THEN
        before.geom := NULL;
        after.geom := NULL;
        old_values := to_jsonb(before) || jsonb_build_object('geom', OLD.geom::text);
        new_values := to_jsonb(after) || jsonb_build_object('geom', NEW.geom::text);
    ELSE
        old_values := to_jsonb(before);
        new_values := to_jsonb(after);
    END IF;
    mine := ARRAY(
        SELECT key FROM jsonb_each(new_values)
        WHERE key NOT IN ('id', 'uuid', 'version', 'base_version', 'changed_at', 'changed_by')
        AND value IS DISTINCT FROM old_values -> key ORDER BY key
    );
    IF mine = '{}' THEN
        RETURN OLD;
    END IF;
    IF NEW.base_version < OLD.version THEN
        clash := clashing_columns(TG_TABLE_NAME, OLD.uuid, NEW.base_version, OLD.version, mine);
        IF clash <> '{}' THEN
            RAISE EXCEPTION USING ERRCODE = 'ES002',
                MESSAGE = format(
                    'EST002: %s %s was changed by %s in the meantime (version %s, your work is based on %s): %s.',
                    TG_TABLE_NAME, OLD.id, OLD.changed_by, OLD.version, NEW.base_version, array_to_string(clash, ', ')
                ),
                DETAIL = jsonb_build_object(
                    'table', TG_TABLE_NAME, 'id', OLD.id, 'uuid', OLD.uuid, 'base', NEW.base_version,
                    'now', OLD.version, 'by', OLD.changed_by, 'at', OLD.changed_at, 'columns', to_jsonb(clash)
                )::text;
        END IF;
    END IF;
    NEW.id := OLD.id;
    NEW.uuid := OLD.uuid;
    NEW.version := OLD.version + 1;
    NEW.base_version := NULL;
    NEW.changed_at := now();
    NEW.changed_by := session_user;
    INSERT INTO history (table_name, row_uuid, version, operation, changed_by, changed_at, changeset, old)
    VALUES (
        TG_TABLE_NAME, OLD.uuid, NEW.version,
        CASE
            WHEN NEW.deleted_at IS NOT NULL AND OLD.deleted_at IS NULL THEN 'delete'
            WHEN NEW.deleted_at IS NULL AND OLD.deleted_at IS NOT NULL THEN 'restore'
            ELSE 'update'
        END,
        NEW.changed_by, NEW.changed_at, current_changeset(),
        (SELECT jsonb_object_agg(key, old_values -> key) FROM unnest(mine) AS key)
    );
    RETURN NEW;
END $$;

CREATE FUNCTION guard_delete() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, est, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'ES003',
        MESSAGE = format('EST003: rows of %s are not deleted for good.', TG_TABLE_NAME),
        HINT = 'Set deleted_at instead; the row can then be restored.';
END $$;

CREATE FUNCTION guard_touched() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, est, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM touched) THEN
        RAISE EXCEPTION USING ERRCODE = 'ES005',
            MESSAGE = format('EST005: the change of %s reached no row.', TG_TABLE_NAME),
            HINT = 'It was deleted, or this login may no longer see or change it. Nothing was saved.';
    END IF;
    RETURN NULL;
END $$;

-- Put a table under guard. A migration that adds a table calls this.
CREATE FUNCTION guard_table(guarded regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, est, pg_temp AS $$
DECLARE
    geometry_column text := coalesce(
        (SELECT quote_literal(attname) FROM pg_attribute WHERE attrelid = guarded AND attname = 'geom'), ''
    );
BEGIN
    EXECUTE format(
        'CREATE TRIGGER guard_insert BEFORE INSERT ON %s FOR EACH ROW'
        ' WHEN (current_user <> ''est_owner'') EXECUTE FUNCTION guard_insert()', guarded);
    EXECUTE format(
        'CREATE TRIGGER guard_inserted AFTER INSERT ON %s FOR EACH ROW'
        ' WHEN (current_user <> ''est_owner'') EXECUTE FUNCTION guard_inserted()', guarded);
    EXECUTE format(
        'CREATE TRIGGER guard_update BEFORE UPDATE ON %s FOR EACH ROW'
        ' WHEN (current_user <> ''est_owner'') EXECUTE FUNCTION guard_update(%s)', guarded, geometry_column);
    EXECUTE format(
        'CREATE TRIGGER guard_delete BEFORE DELETE ON %s FOR EACH ROW'
        ' WHEN (current_user <> ''est_owner'') EXECUTE FUNCTION guard_delete()', guarded);
    EXECUTE format(
        'CREATE TRIGGER guard_touched AFTER UPDATE ON %s REFERENCING NEW TABLE AS touched FOR EACH STATEMENT'
        ' WHEN (current_user <> ''est_owner'') EXECUTE FUNCTION guard_touched()', guarded);
END $$;

CREATE FUNCTION guarded_tables() RETURNS SETOF text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT c.relname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE t.tgname = 'guard_update' AND c.relnamespace = 'est'::regnamespace ORDER BY c.relname
$$;

SELECT guard_table(name::regclass) FROM unnest(ARRAY[
    'incident', 'hotspot', 'cause', 'walk', 'walk_participant', 'walk_stop', 'observation', 'measure', 'traffic_rule',
    'measure_incident', 'meeting', 'agenda_item', 'decision', 'promise', 'inventory_item', 'survey_area', 'effect'
]) AS name;
