-- AlterTable
ALTER TABLE "write_up_file" ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0;
