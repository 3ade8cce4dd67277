-- By hand up to here: what must be there first.

-- By hand from here: what the schema language cannot say.

-- A date that a person set isn't that of a policy, so policies never move it.
UPDATE "review" r SET "policy_edition" = NULL
  WHERE EXISTS (
    SELECT 1 FROM "audit_entry" a
    WHERE a."noun" = 'review' AND a."noun_id" = r."id" AND a."action" = 'review.updated' AND a."after" ? 'dueAt'
  );
