-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "import_id" UUID;

-- AlterTable
ALTER TABLE "impact_window" ADD COLUMN     "import_id" UUID,
ADD COLUMN     "proposal_key" TEXT;

-- AlterTable
ALTER TABLE "incident_grant" ADD COLUMN     "given" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "named" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "part_of_id" UUID,
ADD COLUMN     "taken_away" JSONB;

-- AlterTable
ALTER TABLE "timeline_event" ADD COLUMN     "asked" JSONB,
ADD COLUMN     "zone_answer_id" UUID;

-- AlterTable
ALTER TABLE "event_note" ADD COLUMN     "author_email" TEXT,
ADD COLUMN     "author_name" TEXT;

-- AlterTable
ALTER TABLE "source_clock" ADD COLUMN     "brought_by_id" UUID;

-- AlterTable
ALTER TABLE "milestone" ADD COLUMN     "import_id" UUID;

-- CreateTable
CREATE TABLE "zone_answer" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "zone_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "zone_answer_import_id_at_idx" ON "zone_answer"("import_id", "at");

-- CreateIndex
CREATE INDEX "attachment_import_id_idx" ON "attachment"("import_id");

-- CreateIndex
CREATE INDEX "impact_window_import_id_idx" ON "impact_window"("import_id");

-- CreateIndex
CREATE INDEX "import_part_of_id_idx" ON "import"("part_of_id");

-- CreateIndex
CREATE INDEX "milestone_import_id_idx" ON "milestone"("import_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_window" ADD CONSTRAINT "impact_window_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zone_answer" ADD CONSTRAINT "zone_answer_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zone_answer" ADD CONSTRAINT "zone_answer_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_clock" ADD CONSTRAINT "source_clock_brought_by_id_fkey" FOREIGN KEY ("brought_by_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

-- Whether an old grant of a person named on a review was given too is not known: dropping the name takes it, as before.
UPDATE "incident_grant" AS "one" SET "given" = false, "named" = true
WHERE EXISTS (
  SELECT FROM "review" WHERE "review"."incident_id" = "one"."incident_id" AND (
    "one"."user_id" IN ("review"."owner_id", "review"."facilitator_id")
    OR EXISTS (SELECT FROM "review_person" "person" WHERE "person"."review_id" = "review"."id" AND "person"."user_id" = "one"."user_id")
  )
);
ALTER TABLE "incident_grant" ADD CONSTRAINT "incident_grant_reason" CHECK ("given" OR "named");
