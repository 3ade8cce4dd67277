-- Entries of lists were counted from 0 and are counted from 1 now, as lines of text and rows of tables always were. Where one
-- of a source stands at 0, all of it was counted so. Of a zip only Slack's files are known to be lists alone.
UPDATE "timeline_event" AS "one" SET "line" = "one"."line" + 1
FROM (
  SELECT DISTINCT "event"."import_id", "event"."source_type", "event"."source_label"
  FROM "timeline_event" AS "event" JOIN "import" ON "import"."id" = "event"."import_id"
  WHERE "event"."line" = 0
    AND "event"."source_type" NOT IN ('notes', 'html', 'email', 'calendar', 'pasted_chat', 'afterword-markdown', 'unknown', 'csv', 'afterword-csv')
    AND ("event"."source_type" = 'slack' OR "import"."filename" NOT ILIKE '%.zip')
) AS "from_zero"
WHERE "one"."import_id" = "from_zero"."import_id" AND "one"."source_type" = "from_zero"."source_type"
  AND "one"."source_label" IS NOT DISTINCT FROM "from_zero"."source_label";

-- What is left at 0 came by itself or in a zip: it was the first, of the others nothing is known.
UPDATE "timeline_event" SET "line" = 1
WHERE "line" = 0
  AND "source_type" NOT IN ('notes', 'html', 'email', 'calendar', 'pasted_chat', 'afterword-markdown', 'unknown', 'csv', 'afterword-csv');
