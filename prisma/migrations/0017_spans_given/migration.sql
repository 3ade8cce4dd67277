-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "end_given" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "start_given" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "accepted" JSONB;

-- By hand from here: what the schema language cannot say.

-- A start that is the moment of creation was given by nobody, and an open incident has no end that anybody gave.
UPDATE "incident" SET "start_given" = abs(extract(epoch FROM "started_at" - "created_at")) > 2,
  "end_given" = "status" <> 'open' OR "resolved_at" IS NOT NULL;
