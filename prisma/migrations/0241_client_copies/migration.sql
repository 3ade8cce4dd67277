-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "document_client" ADD COLUMN     "copies" JSONB;

-- By hand from here: what the schema language cannot say.
