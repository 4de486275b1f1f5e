-- The guard's default value for layers that somebody adds in QGIS without the plugin: QGIS looks for the default style of
-- a table in layer_styles, as it makes that table itself. Stands outside the migrations: the table belongs to the
-- database, and may hold other styles. Run as the login that owns the database; again, it brings ours up to date.

DO $$
BEGIN
    IF to_regclass('public.layer_styles') IS NULL THEN
        CREATE TABLE public.layer_styles (
            id serial PRIMARY KEY,
            f_table_catalog varchar,
            f_table_schema varchar,
            f_table_name varchar,
            f_geometry_column varchar,
            stylename text,
            styleqml xml,
            stylesld xml,
            useasdefault boolean,
            description text,
            owner varchar(63) DEFAULT CURRENT_USER,
            ui xml,
            update_time timestamp DEFAULT CURRENT_TIMESTAMP,
            type varchar
        );
        -- Whoever may upgrade the schema may bring its styles up to date.
        GRANT SELECT, INSERT, DELETE ON public.layer_styles TO est_owner;
        GRANT USAGE ON SEQUENCE public.layer_styles_id_seq TO est_owner;
    END IF;
END $$;

GRANT SELECT ON public.layer_styles TO est_reader, est_reporter;

-- A style that somebody else made the default of one of our tables stays, and stays the default.
DELETE FROM public.layer_styles WHERE f_table_schema = 'est' AND stylename = 'EST';
INSERT INTO public.layer_styles (
    f_table_catalog, f_table_schema, f_table_name, f_geometry_column, stylename, styleqml, useasdefault, description
)
SELECT
    current_database(), 'est', c.relname, a.attname, 'EST',
    format(
        '<!DOCTYPE qgis PUBLIC ''http://mrcc.com/qgis.dtd'' ''SYSTEM''>'
        '<qgis styleCategories="Fields|Forms"><defaults>'
        '<default field="base_version" applyOnUpdate="1" expression="%s"/></defaults></qgis>',
        replace(:'expression', '"', '&quot;')
    )::xml,
    NOT EXISTS (
        SELECT FROM public.layer_styles s
        WHERE s.f_table_schema = 'est' AND s.f_table_name = c.relname AND s.useasdefault
    ),
    'EST: skydd mot att skriva över andras ändringar'
FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'geom' AND NOT a.attisdropped
WHERE c.relnamespace = 'est'::regnamespace AND c.relname IN (SELECT est.guarded_tables());
