-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "action_evidence" ADD COLUMN     "effect_answer_id" UUID;

-- CreateIndex
CREATE INDEX "action_evidence_effect_answer_id_idx" ON "action_evidence"("effect_answer_id");

-- AddForeignKey
ALTER TABLE "action_evidence" ADD CONSTRAINT "action_evidence_effect_answer_id_fkey" FOREIGN KEY ("effect_answer_id") REFERENCES "action_effect_answer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

-- The words of earlier answers are their first piece of evidence.
INSERT INTO "action_evidence" ("id", "action_item_id", "kind", "url", "text", "effect_answer_id", "added_by_id", "added_at")
SELECT gen_random_uuid(), "action_item_id", (CASE WHEN is_link THEN 'link' ELSE 'text' END)::"action_evidence_kind",
  CASE WHEN is_link THEN words END, CASE WHEN NOT is_link THEN "text" END, "id", "by_id", "at"
FROM (SELECT *, btrim("text") AS words, btrim("text") ~ '^https?://[^[:space:]]+$' AS is_link FROM "action_effect_answer") a
WHERE words <> '';
