-- AlterTable
ALTER TABLE "zone_answer" ADD COLUMN     "date" TEXT,
ALTER COLUMN "zone" DROP NOT NULL;

-- By hand from here on.

-- An answer says the day, the zone or both.
ALTER TABLE "zone_answer" ADD CONSTRAINT "zone_answer_says" CHECK ("zone" IS NOT NULL OR "date" IS NOT NULL);
