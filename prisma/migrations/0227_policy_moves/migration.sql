-- AlterTable
ALTER TABLE "policy_edition" ADD COLUMN "moved" JSONB;
