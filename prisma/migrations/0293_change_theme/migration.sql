-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "strategic_change" ADD COLUMN     "theme" TEXT;

-- By hand from here: what the schema language cannot say.
