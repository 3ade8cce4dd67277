-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "digest_hour" INTEGER NOT NULL DEFAULT 7;

-- By hand from here: what the schema language cannot say.

ALTER TABLE "user" ADD CONSTRAINT "user_digest_hour_check" CHECK ("digest_hour" BETWEEN 0 AND 23);
