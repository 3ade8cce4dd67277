-- Lists of action items at 100,000 rows. Whether an item is open is a column of its own, because the planner cannot see
-- through the cast of an enum parameter; the keyset (due date, number) stands behind each common filter.
DROP INDEX "action_item_open_due_idx";
DROP INDEX "action_item_owner_id_status_idx";
DROP INDEX "action_item_team_id_status_idx";

ALTER TABLE "action_item"
  ADD COLUMN "is_open" BOOLEAN NOT NULL GENERATED ALWAYS AS (
    "status" IN ('proposed', 'accepted', 'in_progress', 'implemented') AND "archived_at" IS NULL
  ) STORED;

CREATE INDEX "action_item_is_open_due_date_number_idx" ON "action_item" ("is_open", "due_date", "number");
CREATE INDEX "action_item_due_date_number_idx" ON "action_item" ("due_date", "number");
CREATE INDEX "action_item_owner_id_is_open_due_date_number_idx" ON "action_item" ("owner_id", "is_open", "due_date", "number");
CREATE INDEX "action_item_team_id_is_open_due_date_number_idx" ON "action_item" ("team_id", "is_open", "due_date", "number");
-- Parts of a word in a title, beside the search column.
CREATE INDEX "action_item_title_trgm_idx" ON "action_item" USING gin ("title" gin_trgm_ops);

-- When a strategic change took its status: a first health update is expected 14 days after it went in progress.
ALTER TABLE "strategic_change" ADD COLUMN "status_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
