CREATE TEMPORARY TABLE "evidence_to_move" AS
  SELECT "id", btrim("evidence") AS "evidence", "implemented_by_id", COALESCE((
    SELECT max(t."at") FROM "action_item_transition" t
    WHERE t."action_item_id" = "action_item"."id" AND t."evidence" IS NOT NULL
  ), "implemented_at", "updated_at") AS "at"
  FROM "action_item" WHERE length(btrim("evidence")) > 0;

-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "action_evidence_kind" AS ENUM ('link', 'event', 'change', 'query', 'text');

-- CreateEnum
CREATE TYPE "point_answer" AS ENUM ('met', 'not_met', 'not_checked');

-- AlterTable
ALTER TABLE "action_item" DROP COLUMN "evidence";

-- CreateTable
CREATE TABLE "action_answer" (
    "transition_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "point" TEXT NOT NULL,
    "answer" "point_answer" NOT NULL,

    CONSTRAINT "action_answer_pkey" PRIMARY KEY ("transition_id","position")
);

-- CreateTable
CREATE TABLE "action_evidence" (
    "id" UUID NOT NULL,
    "action_item_id" UUID NOT NULL,
    "kind" "action_evidence_kind" NOT NULL,
    "title" TEXT,
    "url" TEXT,
    "text" TEXT,
    "event_id" UUID,
    "method" TEXT,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "action_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "action_evidence_action_item_id_added_at_idx" ON "action_evidence"("action_item_id", "added_at");

-- CreateIndex
CREATE INDEX "action_evidence_event_id_idx" ON "action_evidence"("event_id");

-- AddForeignKey
ALTER TABLE "action_answer" ADD CONSTRAINT "action_answer_transition_id_fkey" FOREIGN KEY ("transition_id") REFERENCES "action_item_transition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_evidence" ADD CONSTRAINT "action_evidence_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_evidence" ADD CONSTRAINT "action_evidence_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "timeline_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

ALTER TABLE "action_evidence"
  ADD CONSTRAINT "action_evidence_part" CHECK (
    CASE "kind"
      WHEN 'event' THEN "url" IS NULL AND "text" IS NULL
      WHEN 'link' THEN length("url") > 0 AND "text" IS NULL
      WHEN 'change' THEN length("url") > 0 AND "text" IS NULL
      ELSE length(btrim("text")) > 0
    END
  );

INSERT INTO "action_evidence" ("id", "action_item_id", "kind", "url", "text", "added_by_id", "added_at")
SELECT gen_random_uuid(), "id", (CASE WHEN is_link THEN 'link' ELSE 'text' END)::"action_evidence_kind",
  CASE WHEN is_link THEN "evidence" END, CASE WHEN NOT is_link THEN "evidence" END, "implemented_by_id", "at"
FROM (SELECT *, "evidence" ~* '^https?://\S+$' AS is_link FROM "evidence_to_move") moved;

DROP TABLE "evidence_to_move";
