-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "snoozed_at" TIMESTAMPTZ(3),
ADD COLUMN     "wakes" TEXT;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "digest_days" INTEGER[] DEFAULT ARRAY[0, 1, 2, 3, 4, 5, 6]::INTEGER[];

-- By hand from here: what the schema language cannot say.

ALTER TABLE "user"
  ADD CONSTRAINT "user_digest_days" CHECK (cardinality("digest_days") BETWEEN 1 AND 7 AND "digest_days" <@ ARRAY[0, 1, 2, 3, 4, 5, 6]);

ALTER TABLE "notification"
  ADD CONSTRAINT "notification_wakes" CHECK ("wakes" IN ('change', 'due') AND "snoozed_at" IS NOT NULL OR "wakes" IS NULL);

-- The few that a job looks at each minute.
CREATE INDEX "notification_wakes_idx" ON "notification" ("shown_at") WHERE "wakes" IS NOT NULL;
