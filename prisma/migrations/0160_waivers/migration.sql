-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "waiver_status" AS ENUM ('requested', 'approved', 'refused', 'ended');

-- CreateTable
CREATE TABLE "waiver" (
    "id" UUID NOT NULL,
    "action_item_id" UUID NOT NULL,
    "status" "waiver_status" NOT NULL DEFAULT 'requested',
    "reason" TEXT NOT NULL,
    "mitigation" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "owner_id" UUID,
    "asked_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "left_status" "action_status",
    "announced_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiver_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "waiver_action_item_id_asked_at_idx" ON "waiver"("action_item_id", "asked_at");

-- CreateIndex
CREATE INDEX "waiver_status_until_idx" ON "waiver"("status", "until");

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

CREATE UNIQUE INDEX "waiver_pending_idx" ON "waiver" ("action_item_id") WHERE "status" IN ('requested', 'approved');

-- An action that was waived before someone had to approve it keeps its waiver, returns when it ends, and names no approver.
INSERT INTO "waiver" ("id", "action_item_id", "status", "reason", "mitigation", "until", "owner_id", "asked_by_id",
  "asked_at", "left_status")
SELECT gen_random_uuid(), a."id", 'approved', a."waived_reason", '', a."waived_until", a."owner_id", t."by_id",
  COALESCE(t."at", a."updated_at"), COALESCE(t."from_status", 'proposed')
FROM "action_item" a
LEFT JOIN LATERAL (
  SELECT * FROM "action_item_transition" t WHERE t."action_item_id" = a."id" AND t."to_status" = 'waived'
  ORDER BY t."at" DESC, t."id" DESC LIMIT 1
) t ON true
WHERE a."status" = 'waived';
