-- Who has the database open, and what they are editing. It is about now: the rows go with the minute, so they may as
-- well go with a crash, and no backup needs them (UNLOGGED; no table with data is).

CREATE UNLOGGED TABLE presence (
    login text NOT NULL,
    -- One login may work at two computers.
    backend integer NOT NULL,
    -- Names of tables with commas between them; empty for one who only looks.
    what text NOT NULL,
    since timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (login, backend)
);

-- Sign in as seen now, and learn which other logins were seen in the last 45 seconds: four questions of a client.
CREATE FUNCTION present(what text) RETURNS TABLE (login text, editing text, since timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, est, pg_temp AS $$
BEGIN
    -- SKIP LOCKED: two clients that tidy up at the same moment do not wait for each other.
    DELETE FROM presence p WHERE (p.login, p.backend) IN (
        SELECT o.login, o.backend FROM presence o WHERE o.seen_at < now() - interval '45 seconds'
        FOR UPDATE SKIP LOCKED
    );
    INSERT INTO presence AS p (login, backend, what, since, seen_at)
    VALUES (session_user, pg_backend_pid(), left(present.what, 200), now(), now())
    ON CONFLICT ON CONSTRAINT presence_pkey DO UPDATE SET what = excluded.what, seen_at = excluded.seen_at;
    RETURN QUERY
        SELECT p.login, string_agg(p.what, ',' ORDER BY p.what), min(p.since) FROM presence p
        WHERE p.login <> session_user AND p.seen_at >= now() - interval '45 seconds'
        GROUP BY p.login ORDER BY p.login;
END $$;

-- Nobody reads or signs it but through the function.
ALTER TABLE presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE presence FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON presence TO est_owner USING (true);
REVOKE ALL ON FUNCTION present(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION present(text) TO est_reader, est_reporter;
