-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "strategic_change" ADD COLUMN     "measured_metric" TEXT,
ADD COLUMN     "measured_unit" TEXT;

-- By hand from here: what the schema language cannot say.
-- What was measured before, with the measure as it is now. A measure can have been removed since.
UPDATE "strategic_change"
SET "measured_metric" = coalesce("measure_metric", ''), "measured_unit" = "measure_unit"
WHERE "measured" IS NOT NULL;

ALTER TABLE "strategic_change" ADD CONSTRAINT "strategic_change_measured_of" CHECK (("measured" IS NULL) = ("measured_metric" IS NULL));
