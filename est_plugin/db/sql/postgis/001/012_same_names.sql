-- What SQLite and the GeoPackage have by nature, under the same names, so that the client sends one SQL text to both.
-- Bodies in the SQL standard's form are bound when the function is made, so no search path is needed, and can be inlined.
-- A statement with a function that is not marked as safe for it never runs in parallel.

-- Seconds since 1970.
CREATE FUNCTION unixepoch(instant timestamptz) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE RETURN floor(extract(epoch FROM instant))::bigint;

-- The members of a JSON list. A JSON text of any length is one parameter.
CREATE FUNCTION json_each(list text) RETURNS TABLE (value text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE BEGIN ATOMIC SELECT json_array_elements_text(list::json); END;

-- The bounds of each incident that the login may see.
CREATE VIEW rtree_incident_geom WITH (security_invoker = true) AS
SELECT id, ST_XMin(geom) AS minx, ST_XMax(geom) AS maxx, ST_YMin(geom) AS miny, ST_YMax(geom) AS maxy
FROM incident WHERE geom IS NOT NULL;

REVOKE ALL ON rtree_incident_geom FROM PUBLIC;
REVOKE ALL ON FUNCTION unixepoch(timestamptz), json_each(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION unixepoch(timestamptz), json_each(text) TO est_reader, est_reporter;
GRANT SELECT ON rtree_incident_geom TO est_reader, est_reporter;
