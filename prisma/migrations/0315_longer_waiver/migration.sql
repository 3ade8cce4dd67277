-- AlterTable
ALTER TABLE "waiver" ADD COLUMN "is_longer" BOOLEAN NOT NULL DEFAULT false;

-- By hand from here: what the schema language cannot say.

-- While a waiver is in force, a longer one can be requested.
DROP INDEX "waiver_pending_idx";
CREATE UNIQUE INDEX "waiver_pending_idx" ON "waiver" ("action_item_id", "status") WHERE "status" IN ('requested', 'approved');
