-- AlterTable
ALTER TABLE "action_item" ADD COLUMN     "climbs_again_at" TIMESTAMPTZ(3);

-- By hand from here: what the schema language cannot say.

UPDATE "action_item" SET "climbs_again_at" = "entry"."at"
  FROM (
    SELECT "noun_id", max("at") AS "at" FROM "audit_entry"
    WHERE "noun" = 'action_item' AND "action" = 'action_item.updated'
      AND (("before" @> '{"archived": true}' AND "after" @> '{"archived": false}')
        OR ("after" @> '{"priority": "P0"}' AND "before" ->> 'priority' <> 'P0'))
    GROUP BY "noun_id"
  ) "entry"
  WHERE "entry"."noun_id" = "action_item"."id";
