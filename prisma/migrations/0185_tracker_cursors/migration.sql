-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "tracker" ADD COLUMN     "cursors" JSONB NOT NULL DEFAULT '{}';

-- By hand from here: what the schema language cannot say.
