-- The group roles, made where they are missing. They belong to the whole server, so they stand outside the migrations.

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['est_owner', 'est_reader', 'est_reporter', 'est_editor', 'est_admin'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', name);
            IF name = 'est_owner' THEN
                GRANT est_owner TO CURRENT_USER;
            END IF;
        END IF;
    END LOOP;
    IF NOT pg_has_role('est_editor', 'est_reader', 'MEMBER') THEN
        GRANT est_reader TO est_editor;
    END IF;
    IF NOT pg_has_role('est_admin', 'est_editor', 'MEMBER') THEN
        GRANT est_editor TO est_admin;
    END IF;
    IF NOT pg_has_role(current_user, 'est_owner', 'MEMBER') THEN
        GRANT est_owner TO CURRENT_USER;
    END IF;
END $$;
