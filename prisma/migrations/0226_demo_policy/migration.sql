-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "policy" ADD COLUMN     "demo" BOOLEAN NOT NULL DEFAULT false;

-- By hand from here: what the schema language cannot say.
