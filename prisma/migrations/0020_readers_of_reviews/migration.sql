-- A reader of a review reads that review: being named as one no longer opens the whole incident.
UPDATE "incident_grant" AS "one" SET "named" = false
WHERE "one"."named" AND "one"."user_id" IS NOT NULL AND NOT EXISTS (
  SELECT FROM "review"
  WHERE "review"."incident_id" = "one"."incident_id"
    AND ("review"."owner_id" = "one"."user_id" OR "review"."facilitator_id" = "one"."user_id" OR EXISTS (
      SELECT FROM "review_person" AS "person"
      WHERE "person"."review_id" = "review"."id" AND "person"."user_id" = "one"."user_id" AND "person"."role" <> 'reader'
    ))
);

DELETE FROM "incident_grant" WHERE "user_id" IS NOT NULL AND NOT "given" AND NOT "named";
