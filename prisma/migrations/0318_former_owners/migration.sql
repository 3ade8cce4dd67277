ALTER TABLE "strategic_change" ADD COLUMN "former_owner_ids" UUID[] DEFAULT ARRAY[]::UUID[];
-- Who owned it before its last delivery, as far as the audit knows. An owner of a proposal doesn't count.
UPDATE "strategic_change" c SET "former_owner_ids" = known.ids
FROM (
  SELECT e."noun_id", array_agg(DISTINCT (e."before"->>'ownerId')::uuid) AS ids
  FROM "audit_entry" e
  WHERE e."noun" = 'strategic_change' AND e."before"->>'ownerId' IS NOT NULL
    AND e."at" >= (SELECT min(d."at") FROM "change_decision" d WHERE d."change_id" = e."noun_id" AND d."from_status" IS NOT NULL)
    AND e."at" <= (SELECT max(d."at") FROM "change_decision" d WHERE d."change_id" = e."noun_id"
                   AND d."from_status" = 'in_progress' AND d."to_status" = 'delivered')
  GROUP BY e."noun_id"
) known
WHERE known."noun_id" = c."id";
