-- An action whose waiver has ended is open and late like the others. So lists and counts read columns that don't
-- depend on the day: whether it is unsettled, which includes waived, the last day of its waiver, and the last day on which
-- it isn't late. The planner can't see through the cast of an enum parameter, so none of them needs the status.
ALTER TABLE "action_item" DROP COLUMN "is_open";
DROP INDEX "action_item_due_date_number_idx";

ALTER TABLE "action_item"
  ADD COLUMN "is_unsettled" BOOLEAN NOT NULL GENERATED ALWAYS AS (
    "status" NOT IN ('verified', 'declined') AND "archived_at" IS NULL
  ) STORED,
  ADD COLUMN "paused_until" DATE GENERATED ALWAYS AS (CASE WHEN "status" = 'waived' THEN "waived_until" END) STORED,
  ADD COLUMN "late_after" DATE GENERATED ALWAYS AS (
    CASE WHEN "status" = 'waived' THEN GREATEST("due_date", "waived_until") ELSE "due_date" END
  ) STORED;

CREATE INDEX "action_item_late_after_number_idx" ON "action_item" ("late_after", "number");
CREATE INDEX "action_item_is_unsettled_late_after_number_idx" ON "action_item" ("is_unsettled", "late_after", "number");
CREATE INDEX "action_item_owner_id_is_unsettled_late_after_number_idx"
  ON "action_item" ("owner_id", "is_unsettled", "late_after", "number");
CREATE INDEX "action_item_team_id_is_unsettled_late_after_number_idx"
  ON "action_item" ("team_id", "is_unsettled", "late_after", "number");
-- All that counting the views needs, so that it reads the index alone.
CREATE INDEX "action_item_unsettled_counts_idx" ON "action_item" ("late_after", "status")
  INCLUDE ("paused_until", "incident_id", "owner_id", "review_id") WHERE "is_unsettled";
