-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "strategic_change" ADD COLUMN     "assess_on" DATE,
ADD COLUMN     "ends_on" DATE,
ADD COLUMN     "starts_on" DATE;

-- CreateTable
CREATE TABLE "change_wait" (
    "change_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,

    CONSTRAINT "change_wait_pkey" PRIMARY KEY ("change_id","milestone_id")
);

-- CreateIndex
CREATE INDEX "change_wait_milestone_id_idx" ON "change_wait"("milestone_id");

-- AddForeignKey
ALTER TABLE "change_wait" ADD CONSTRAINT "change_wait_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "strategic_change"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_wait" ADD CONSTRAINT "change_wait_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "change_milestone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

ALTER TABLE "strategic_change"
  ADD CONSTRAINT "strategic_change_days_whole" CHECK (("starts_on" IS NULL) = ("ends_on" IS NULL)),
  ADD CONSTRAINT "strategic_change_days_order" CHECK ("starts_on" <= "ends_on");
