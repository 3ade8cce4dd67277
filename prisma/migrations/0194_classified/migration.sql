-- By hand up to here: what must be there first.

-- AlterEnum
ALTER TYPE "milestone_name" ADD VALUE 'classified' AFTER 'declared';

-- By hand from here: what the schema language cannot say.
