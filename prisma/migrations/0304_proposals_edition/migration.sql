-- A proposal keeps the policies of its day, as those made later do. 0: no policy was saved by then.
UPDATE "action_item" a SET "policy_edition" = (
  SELECT coalesce(max(e."number"), 0) FROM "policy_edition" e WHERE e."at" <= a."created_at"
) WHERE a."status" = 'proposed' AND a."policy_edition" IS NULL;
