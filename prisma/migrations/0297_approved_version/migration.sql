-- By hand up to here: what must be there first.

-- AlterEnum
ALTER TYPE "review_version_kind" ADD VALUE 'approved';

-- By hand from here: what the schema language cannot say.
