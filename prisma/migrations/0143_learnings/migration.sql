-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "learning_kind" AS ENUM ('went_well', 'was_hard', 'luck', 'surprise', 'lesson');

-- CreateTable
CREATE TABLE "learning" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "learning_kind" NOT NULL,
    "statement" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "canonical_factor_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "learning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "learning_evidence" (
    "learning_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "learning_evidence_pkey" PRIMARY KEY ("learning_id","event_id")
);

-- CreateIndex
CREATE INDEX "learning_canonical_factor_id_idx" ON "learning"("canonical_factor_id");

-- CreateIndex
CREATE INDEX "learning_incident_id_idx" ON "learning"("incident_id");

-- CreateIndex
CREATE UNIQUE INDEX "learning_review_id_number_key" ON "learning"("review_id", "number");

-- CreateIndex
CREATE INDEX "learning_evidence_event_id_idx" ON "learning_evidence"("event_id");

-- AddForeignKey
ALTER TABLE "learning" ADD CONSTRAINT "learning_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning" ADD CONSTRAINT "learning_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning" ADD CONSTRAINT "learning_canonical_factor_id_fkey" FOREIGN KEY ("canonical_factor_id") REFERENCES "canonical_factor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_evidence" ADD CONSTRAINT "learning_evidence_learning_id_fkey" FOREIGN KEY ("learning_id") REFERENCES "learning"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_evidence" ADD CONSTRAINT "learning_evidence_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "timeline_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
ALTER TABLE "learning" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', "statement"), 'A') || setweight(to_tsvector('english', left("detail", 20000)), 'C')
) STORED;
CREATE INDEX "learning_search_idx" ON "learning" USING gin ("search");
CREATE INDEX "learning_statement_trgm_idx" ON "learning" USING gin ("statement" gin_trgm_ops);

-- Lessons shows the learnings in new reviews. Reviews keep their version.
INSERT INTO "template_version" ("slug", "number", "content", "note")
SELECT "slug", "number" + 1, jsonb_set("content", '{sections}', (
    SELECT jsonb_agg(CASE WHEN section->>'key' = 'lessons' THEN jsonb_set(section, '{live}', '["learnings"]') ELSE section END
      ORDER BY place)
    FROM jsonb_array_elements("content"->'sections') WITH ORDINALITY AS part(section, place)
  )), 'Lessons shows the learnings'
FROM "template_version"
WHERE "slug" IN ('standard', 'major') AND "number" = 2;
