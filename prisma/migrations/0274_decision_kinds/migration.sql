-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "change_decision_kind" AS ENUM ('status', 'assessed', 'left_out', 'narrowed', 'effect_later');

-- AlterTable
ALTER TABLE "change_decision" ADD COLUMN     "kind" "change_decision_kind" NOT NULL DEFAULT 'status',
ADD COLUMN     "undone_at" TIMESTAMPTZ(3);

-- By hand from here: what the schema language cannot say.
UPDATE "change_decision" SET "kind" = 'assessed' WHERE "from_status" = 'proposed' AND "to_status" = 'proposed';

-- Decisions about the scope or the effect leave the status as it is, and only they can be undone.
ALTER TABLE "change_decision"
  ADD CONSTRAINT "change_decision_undone_kind" CHECK ("undone_at" IS NULL OR "kind" NOT IN ('status', 'assessed')),
  ADD CONSTRAINT "change_decision_kept_status" CHECK ("kind" IN ('status', 'assessed') OR "from_status" IS NOT DISTINCT FROM "to_status");
