-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "strategic_change" ADD COLUMN     "effect_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "effect_by_id" UUID,
ADD COLUMN     "effect_due_on" DATE;

-- AlterTable
ALTER TABLE "change_decision" ADD COLUMN     "was_on" DATE;

-- AddForeignKey
ALTER TABLE "strategic_change" ADD CONSTRAINT "strategic_change_effect_by_id_fkey" FOREIGN KEY ("effect_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
-- Delivered changes without an effect are asked about like those that are delivered from now.
UPDATE "strategic_change" SET "effect_due_on" = ("status_at" AT TIME ZONE 'UTC')::date + 90 WHERE "status" = 'delivered';

ALTER TABLE "strategic_change"
  ADD CONSTRAINT "strategic_change_effect_due" CHECK ("effect_due_on" IS NULL OR "status" = 'delivered');
