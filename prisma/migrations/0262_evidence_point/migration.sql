-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "action_evidence" ADD COLUMN     "point" TEXT;

-- By hand from here: what the schema language cannot say.
