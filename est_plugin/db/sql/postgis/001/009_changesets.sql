-- est.apply_changeset: the one way in which the plugin's own panels write. Whole or not at all, and exactly once.
--
-- content: {"kind": "edit", "changes": [
--   {"table": "measure", "op": "insert", "uuid": "…", "values": {"kind": "BEL", "geom": "POINT(…)"}},
--   {"table": "measure", "op": "update", "uuid": "…", "base_version": 3, "values": {"title": "…"}},
--   {"table": "measure", "op": "delete", "uuid": "…", "base_version": 4},
--   {"table": "measure", "op": "restore", "uuid": "…", "base_version": 5}]}
-- A geometry is WKT, EWKT or hexadecimal EWKB. The answer holds the new version of each row, in the order given.
-- Both functions run with the caller's own rights, so every rule for the login holds here too.

CREATE FUNCTION apply_change(change jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, est, pg_temp AS $$
DECLARE
    target text := change ->> 'table';
    op text := change ->> 'op';
    row_values jsonb := coalesce(change -> 'values', '{}');
    columns text;
    unknown text;
    new_version integer;
BEGIN
    IF target IS NULL OR target NOT IN (SELECT guarded_tables()) THEN
        RAISE EXCEPTION USING ERRCODE = 'ES006', MESSAGE = format('EST006: there is no table %s to change.', target);
    END IF;
    IF op IN ('delete', 'restore') THEN
        row_values := jsonb_build_object('deleted_at', CASE op WHEN 'delete' THEN now() END);
    ELSIF op IS NULL OR op NOT IN ('insert', 'update') THEN
        RAISE EXCEPTION USING ERRCODE = 'ES006', MESSAGE = format('EST006: %s is no kind of change.', op);
    END IF;
    SELECT string_agg(quote_ident(key), ', ' ORDER BY key),
        string_agg(key, ', ' ORDER BY key) FILTER (
            WHERE a.attname IS NULL
            OR key IN ('id', 'uuid', 'version', 'base_version', 'changed_at', 'changed_by')
        )
    INTO columns, unknown
    FROM jsonb_object_keys(row_values) AS key
    LEFT JOIN pg_attribute a ON a.attrelid = format('est.%I', target)::regclass
        AND a.attname = key AND a.attnum > 0 AND NOT a.attisdropped;
    IF unknown IS NOT NULL OR columns IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'ES006',
            MESSAGE = format('EST006: %s has no columns to change by the name of: %s.', target, unknown);
    END IF;
    IF op = 'insert' THEN
        EXECUTE format(
            'INSERT INTO est.%1$I (uuid, %2$s) SELECT $1, %2$s FROM jsonb_populate_record(NULL::est.%1$I, $2)'
            ' RETURNING version', target, columns
        ) INTO new_version USING (change ->> 'uuid')::uuid, row_values;
    ELSE
        EXECUTE format(
            'UPDATE est.%1$I SET (base_version, %2$s) ='
            ' (SELECT $3, %2$s FROM jsonb_populate_record(NULL::est.%1$I, $2))'
            ' WHERE uuid = $1 RETURNING version', target, columns
        ) INTO new_version USING (change ->> 'uuid')::uuid, row_values, (change ->> 'base_version')::integer;
    END IF;
    RETURN jsonb_build_object('table', target, 'uuid', change ->> 'uuid', 'version', new_version);
END $$;

CREATE FUNCTION apply_changeset(changeset uuid, content jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, est, pg_temp AS $$
DECLARE
    kind text := coalesce(content ->> 'kind', 'edit');
    digest text := encode(sha256(convert_to(content::text, 'UTF8')), 'hex');
    known jsonb;
    change jsonb;
    -- A list of rows, not one JSON list: that would be copied for each row.
    applied jsonb[] := '{}';
    answer jsonb;
BEGIN
    -- A repeat that comes while the first call still works waits for it, then finds it in the ledger.
    PERFORM pg_advisory_xact_lock(hashtextextended(apply_changeset.changeset::text, 0));
    SELECT c.result INTO known FROM est.changeset c WHERE c.uuid = apply_changeset.changeset;
    IF FOUND THEN
        IF known ->> 'digest' <> digest THEN
            RAISE EXCEPTION USING ERRCODE = 'ES006',
                MESSAGE = format('EST006: the changeset %s was stored before with other content.', changeset);
        END IF;
        RETURN known || '{"repeated": true}';
    END IF;
    -- In the ledger first: the guard asks it whether the changeset is one.
    INSERT INTO est.changeset (uuid, by_user, at, kind, result)
    VALUES (apply_changeset.changeset, session_user, now(), kind, '{}') ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'ES006',
            MESSAGE = format('EST006: the changeset %s was stored before by another login.', changeset);
    END IF;
    PERFORM set_config('est.changeset', apply_changeset.changeset::text, true);
    FOR change IN SELECT value FROM jsonb_array_elements(content -> 'changes') LOOP
        applied := applied || apply_change(change);
    END LOOP;
    PERFORM set_config('est.changeset', '', true);
    answer := jsonb_build_object('digest', digest, 'rows', to_jsonb(applied), 'repeated', false);
    UPDATE est.changeset c SET result = answer WHERE c.uuid = apply_changeset.changeset;
    -- Once for each save of a person and never for an import: a notice takes one lock for the whole database.
    IF kind <> 'import' THEN
        PERFORM pg_notify('qgis', 'est');
    END IF;
    RETURN answer;
END $$;
