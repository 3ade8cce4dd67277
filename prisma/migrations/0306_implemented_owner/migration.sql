-- Whoever owned an action when it was marked as implemented can't verify it as a second person.
-- AlterTable
ALTER TABLE "action_item" ADD COLUMN "implemented_owner_id" UUID;

UPDATE "action_item" SET "implemented_owner_id" = "owner_id" WHERE "status" IN ('implemented', 'verified');
