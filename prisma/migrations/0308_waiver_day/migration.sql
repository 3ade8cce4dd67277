-- A blocked flag that a waiver ended comes back with it.
-- AlterTable
ALTER TABLE "waiver" ADD COLUMN "left_block" JSONB;

-- A waiver is now over at the start of its day, as a block is. Those from before keep their last day.
UPDATE "waiver" SET "until" = "until" + 1;
UPDATE "action_item" SET "waived_until" = "waived_until" + 1 WHERE "waived_until" IS NOT NULL;
