-- What only a superuser can set, once for each database: psql -d <database> -f superuser.sql
--
-- 1. Row level rules keep the spatial index from being used unless the box operator counts as leakproof. Below about
--    100 000 incidents this is not needed.
-- 2. PostGIS tells anybody the extent of a whole table from its index and statistics, past the row level rules.

-- Nothing that others may have put into a schema of this database is called here.
SET search_path = pg_catalog, pg_temp;

DO $$
DECLARE
    function regprocedure;
BEGIN
    FOR function IN
        SELECT p.oid FROM pg_proc p
        JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
        JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'postgis'
        WHERE p.proname IN ('st_estimatedextent', '_postgis_index_extent', '_postgis_stats', '_postgis_selectivity')
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', function);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO est_admin', function);
    END LOOP;
    FOR function IN
        SELECT p.oid FROM pg_proc p
        JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
        JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'postgis'
        WHERE p.proname = 'geometry_overlaps' AND p.pronargs = 2 AND p.proargtypes[0] = p.proargtypes[1]
    LOOP
        EXECUTE format('ALTER FUNCTION %s LEAKPROOF', function);
    END LOOP;
END $$;
