-- A date that a policy moved keeps its first one beside it, as one that a person moved does.
-- AlterTable
ALTER TABLE "action_item" ADD COLUMN "moved_by_policy" BOOLEAN NOT NULL DEFAULT false;

-- Before moves named their policy, only the audit log told them from dates that were counted again.
UPDATE "action_item_due_move" m SET "reason" = 'By a change of a policy'
FROM "audit_entry" e
WHERE e."action" = 'action_item.due_moved' AND e."noun_id" = m."action_item_id"
  AND e."at" >= m."moved_at" AND e."at" < m."moved_at" + interval '10 minutes'
  AND e."before"->>'dueDate' IS NOT DISTINCT FROM m."from_date"::text
  AND e."after"->>'dueDate' IS NOT DISTINCT FROM m."to_date"::text
  AND m."basis" IS NOT NULL AND m."reason" = '';

UPDATE "action_item" a SET "moved_by_policy" = true
WHERE EXISTS (
  SELECT FROM "action_item_due_move" m WHERE m."action_item_id" = a."id" AND m."basis" IS NOT NULL AND m."reason" <> '');
