-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "suggestion" ADD COLUMN     "resolved_seq" BIGINT;

-- By hand from here: what the schema language cannot say.
