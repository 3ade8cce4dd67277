-- Services that somebody named in a picker and no admin has confirmed yet.
-- AlterTable
ALTER TABLE "service" ADD COLUMN     "proposed" BOOLEAN NOT NULL DEFAULT false;
