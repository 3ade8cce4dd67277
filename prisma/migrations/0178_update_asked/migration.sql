-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "strategic_change" ADD COLUMN     "update_asked_at" TIMESTAMPTZ(3);

-- By hand from here: what the schema language cannot say.
