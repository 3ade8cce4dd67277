-- The parts of a split relate to the action they came from. Those that were split before do too.
INSERT INTO "action_relation" ("from_id", "to_id", "kind", "added_by_id", "added_at")
SELECT least(s."action_item_id", p.id), greatest(s."action_item_id", p.id), 'relates', s."by_id", s."at"
  FROM "action_rework" s CROSS JOIN LATERAL unnest(s."other_ids") AS p(id)
 WHERE s."kind" = 'split' AND s."undone_at" IS NULL
   AND EXISTS (SELECT 1 FROM "action_item" a WHERE a."id" = s."action_item_id")
   AND EXISTS (SELECT 1 FROM "action_item" a WHERE a."id" = p.id)
ON CONFLICT DO NOTHING;
