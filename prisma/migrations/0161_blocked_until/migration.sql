-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "action_item" ADD COLUMN     "blocked_by_action_id" UUID,
ADD COLUMN     "blocked_by_person_id" UUID,
ADD COLUMN     "blocked_by_team_id" UUID,
ADD COLUMN     "blocked_until" DATE;

-- CreateIndex
CREATE INDEX "action_item_blocked_by_action_id_idx" ON "action_item"("blocked_by_action_id");

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_blocked_by_person_id_fkey" FOREIGN KEY ("blocked_by_person_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_blocked_by_team_id_fkey" FOREIGN KEY ("blocked_by_team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_blocked_by_action_id_fkey" FOREIGN KEY ("blocked_by_action_id") REFERENCES "action_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

ALTER TABLE "action_item"
  ADD CONSTRAINT "action_item_blocked_until" CHECK ("blocked_until" IS NULL OR "blocked_reason" IS NOT NULL),
  ADD CONSTRAINT "action_item_blocked_by_one" CHECK (
    num_nonnulls("blocked_by_person_id", "blocked_by_team_id", "blocked_by_action_id") <= CASE WHEN "blocked_reason" IS NULL THEN 0 ELSE 1 END
  );
