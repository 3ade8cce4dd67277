-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "action_recurrence" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- By hand from here: what the schema language cannot say.
