-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "change_confidence" AS ENUM ('high', 'medium', 'low');

-- AlterTable
ALTER TABLE "strategic_change" ADD COLUMN     "confidence" "change_confidence",
ADD COLUMN     "effort_weeks" DOUBLE PRECISION,
ADD COLUMN     "exposed_minutes" DOUBLE PRECISION,
ADD COLUMN     "hypothesis" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "measure_baseline" DOUBLE PRECISION,
ADD COLUMN     "measure_by" DATE,
ADD COLUMN     "measure_metric" TEXT,
ADD COLUMN     "measure_target" DOUBLE PRECISION,
ADD COLUMN     "measure_unit" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "measured" DOUBLE PRECISION,
ADD COLUMN     "measured_on" DATE,
ADD COLUMN     "reduction" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "change_decision" ADD COLUMN     "risk_by_id" UUID,
ADD COLUMN     "until" DATE;

-- AlterTable
ALTER TABLE "health_update" ADD COLUMN     "because" TEXT,
ADD COLUMN     "help" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "plans" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "problems" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "change_milestone" (
    "id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "owner_id" UUID,
    "planned_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "reached_on" DATE,
    "blocks" BOOLEAN NOT NULL DEFAULT true,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "change_milestone_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "change_milestone_change_id_due_on_idx" ON "change_milestone"("change_id", "due_on");

-- AddForeignKey
ALTER TABLE "change_milestone" ADD CONSTRAINT "change_milestone_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "strategic_change"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_milestone" ADD CONSTRAINT "change_milestone_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

ALTER TABLE "strategic_change"
  ADD CONSTRAINT "strategic_change_measure_whole" CHECK (
    ("measure_metric" IS NULL) = ("measure_target" IS NULL) AND ("measure_metric" IS NULL) = ("measure_by" IS NULL)
  ),
  ADD CONSTRAINT "strategic_change_measured_whole" CHECK (("measured" IS NULL) = ("measured_on" IS NULL)),
  ADD CONSTRAINT "strategic_change_estimate_range" CHECK (
    "exposed_minutes" >= 0 AND "reduction" BETWEEN 0 AND 1 AND "effort_weeks" > 0
  );
