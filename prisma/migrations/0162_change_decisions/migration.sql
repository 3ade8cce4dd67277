-- By hand up to here: what must be there first.

-- CreateTable
CREATE TABLE "change_decision" (
    "id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "from_status" "change_status",
    "to_status" "change_status" NOT NULL,
    "reason" TEXT,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "change_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "change_decision_change_id_at_idx" ON "change_decision"("change_id", "at");

-- AddForeignKey
ALTER TABLE "change_decision" ADD CONSTRAINT "change_decision_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "strategic_change"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

-- Until now, the next step erased the reason of a decision. The audit log has them all, but not the proposal's status.
INSERT INTO "change_decision" ("id", "change_id", "from_status", "to_status", "reason", "by_id", "at")
SELECT gen_random_uuid(), c."id", NULL, 'proposed', NULL, c."created_by_id", c."created_at" FROM "strategic_change" c;

INSERT INTO "change_decision" ("id", "change_id", "from_status", "to_status", "reason", "by_id", "at")
SELECT gen_random_uuid(), c."id", (e."before"->>'status')::"change_status", (e."after"->>'to')::"change_status",
  NULLIF(btrim(e."after"->>'reason'), ''), e."actor_id", e."at"
FROM "audit_entry" e
JOIN "strategic_change" c ON c."id" = e."noun_id"
WHERE e."noun" = 'strategic_change'
  AND e."action" = 'strategic_change.' || (e."after"->>'to')
  AND e."after"->>'to' = ANY (enum_range(NULL::"change_status")::text[])
  AND (e."before"->>'status' IS NULL OR e."before"->>'status' = ANY (enum_range(NULL::"change_status")::text[]));

-- A change whose entry is gone keeps the reason of its present status.
INSERT INTO "change_decision" ("id", "change_id", "from_status", "to_status", "reason", "by_id", "at")
SELECT gen_random_uuid(), c."id", NULL, c."status", c."status_reason", NULL, c."status_at" FROM "strategic_change" c
WHERE c."status" <> (
  SELECT d."to_status" FROM "change_decision" d WHERE d."change_id" = c."id" ORDER BY d."at" DESC, d."id" DESC LIMIT 1
);
