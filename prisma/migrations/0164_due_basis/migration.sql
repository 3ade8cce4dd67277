-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "due_basis" AS ENUM ('provisional', 'publication', 'acceptance', 'person');

-- AlterTable
ALTER TABLE "action_item" ADD COLUMN     "due_basis" "due_basis" NOT NULL DEFAULT 'provisional';

-- AlterTable
ALTER TABLE "action_item_due_move" ADD COLUMN     "basis" "due_basis",
ADD COLUMN     "from_basis" "due_basis";

-- By hand from here: what the schema language cannot say.

-- A date of before may be one that a person set, so none of them counts again.
UPDATE "action_item" SET "due_basis" = 'person';
