-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "effect_answer" AS ENUM ('yes', 'partly', 'no', 'not_exercised');

-- AlterTable
ALTER TABLE "action_item" ADD COLUMN     "effect_due_on" DATE;

-- CreateTable
CREATE TABLE "action_effect_answer" (
    "id" UUID NOT NULL,
    "action_item_id" UUID NOT NULL,
    "answer" "effect_answer" NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE,

    CONSTRAINT "action_effect_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_recurrence" (
    "action_item_id" UUID NOT NULL,
    "factor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "due_before" DATE,

    CONSTRAINT "action_recurrence_pkey" PRIMARY KEY ("action_item_id","factor_id")
);

-- CreateIndex
CREATE INDEX "action_effect_answer_action_item_id_at_idx" ON "action_effect_answer"("action_item_id", "at");

-- CreateIndex
CREATE INDEX "action_recurrence_factor_id_idx" ON "action_recurrence"("factor_id");

-- CreateIndex
CREATE INDEX "action_item_effect_due_on_idx" ON "action_item"("effect_due_on");

-- AddForeignKey
ALTER TABLE "action_effect_answer" ADD CONSTRAINT "action_effect_answer_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_recurrence" ADD CONSTRAINT "action_recurrence_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_recurrence" ADD CONSTRAINT "action_recurrence_factor_id_fkey" FOREIGN KEY ("factor_id") REFERENCES "factor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

-- An action of before is asked about on its day, unless that day is over: people don't get many questions at once.
UPDATE "action_item" SET "effect_due_on" = "due"."on" FROM (
  SELECT "id", "verified_at"::date + CASE WHEN "priority" IN ('P0', 'P1') THEN 90 ELSE 180 END AS "on"
  FROM "action_item" WHERE "status" = 'verified' AND "verified_at" IS NOT NULL
) "due"
WHERE "due"."id" = "action_item"."id" AND "due"."on" >= CURRENT_DATE;
