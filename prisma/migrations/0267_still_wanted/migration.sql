-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "action_item" ADD COLUMN     "wanted_asked_at" TIMESTAMPTZ(3);

-- By hand from here: what the schema language cannot say.

-- The job reads few of them: open ones without a deadline of their own.
CREATE INDEX "action_item_open_p3" ON "action_item" ("updated_at")
  WHERE "priority" = 'P3' AND "status" IN ('proposed', 'accepted', 'in_progress') AND "archived_at" IS NULL;
