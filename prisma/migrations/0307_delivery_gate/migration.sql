-- AlterTable
ALTER TABLE "strategic_change" ADD COLUMN "past_owner_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "change_milestone" ADD COLUMN "released_at" TIMESTAMPTZ(3);
