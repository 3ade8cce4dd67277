-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "action_item" ADD COLUMN     "effort_days" INTEGER;

-- By hand from here: what the schema language cannot say.

ALTER TABLE "action_item" ADD CONSTRAINT "action_item_effort_days" CHECK ("effort_days" BETWEEN 1 AND 1000);
