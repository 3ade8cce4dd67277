-- The sponsor hears of a milestone that slips without an update, once for each slip.
-- AlterTable
ALTER TABLE "strategic_change" ADD COLUMN "slip_told_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "change_milestone" ADD COLUMN "slipped" "change_health",
ADD COLUMN "slipped_at" TIMESTAMPTZ(3);

-- What slipped before is in the Monday review. No one is told of it now.
UPDATE "change_milestone" SET "slipped_at" = now(),
  "slipped" = CASE WHEN "due_on" < current_date THEN 'off_track' ELSE 'at_risk' END::"change_health"
WHERE "reached_on" IS NULL AND "removed_at" IS NULL AND ("due_on" < current_date OR "due_on" > "planned_on");
