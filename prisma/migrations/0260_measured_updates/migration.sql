-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "health_update" ADD COLUMN     "measured" DOUBLE PRECISION,
ADD COLUMN     "measured_metric" TEXT,
ADD COLUMN     "measured_unit" TEXT;

-- By hand from here: what the schema language cannot say.
ALTER TABLE "health_update" ADD CONSTRAINT "health_update_measured_of" CHECK (("measured" IS NULL) = ("measured_metric" IS NULL));
