-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "assist_request" ADD COLUMN     "suggestions" UUID[] DEFAULT ARRAY[]::UUID[];

-- By hand from here: what the schema language cannot say.
