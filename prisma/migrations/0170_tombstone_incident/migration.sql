-- AlterTable
ALTER TABLE "action_tombstone" ADD COLUMN     "incident_id" UUID;

-- By hand from here: what the schema language cannot say.

UPDATE "action_tombstone" SET "incident_id" = "entry"."incident_id"
  FROM "audit_entry" AS "entry"
  WHERE "entry"."action" = 'action_item.purged' AND "entry"."noun_id" = "action_tombstone"."action_item_id";
