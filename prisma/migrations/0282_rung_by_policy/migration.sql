-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "action_item_rung" ADD COLUMN     "by_policy" BOOLEAN NOT NULL DEFAULT false;

-- By hand from here: what the schema language cannot say.
