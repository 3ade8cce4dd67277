-- Restoring an undone import restores what was archived at these instants, and nothing that someone archived on their own.
-- AlterTable
ALTER TABLE "write_up_job" ADD COLUMN "undone_at" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[];

-- Imports that were undone before restore all that they created.
UPDATE "write_up_job" j SET "undone_at" = ARRAY(
  SELECT r."archived_at" FROM "write_up_file" f JOIN "review" r ON r."id" = f."review_id"
   WHERE f."job_id" = j."id" AND f."state" = 'done' AND r."archived_at" IS NOT NULL
  UNION
  SELECT i."archived_at" FROM "write_up_file" f JOIN "incident" i ON i."id" = f."incident_id"
   WHERE f."job_id" = j."id" AND f."state" = 'done' AND i."archived_at" IS NOT NULL
  UNION
  SELECT a."archived_at" FROM "write_up_file" f JOIN "action_item" a ON a."review_id" = f."review_id"
   WHERE f."job_id" = j."id" AND f."state" = 'done' AND a."archived_at" IS NOT NULL)
 WHERE EXISTS (SELECT 1 FROM "write_up_file" f WHERE f."job_id" = j."id" AND f."state" = 'done')
   AND NOT EXISTS (
     SELECT 1 FROM "write_up_file" f JOIN "review" r ON r."id" = f."review_id"
      WHERE f."job_id" = j."id" AND f."state" = 'done' AND r."archived_at" IS NULL);
