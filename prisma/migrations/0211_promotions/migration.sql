-- By hand up to here: what must be there first.

-- CreateTable
CREATE TABLE "promotion_answer" (
    "id" UUID NOT NULL,
    "canonical_factor_id" UUID NOT NULL,
    "change_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "seen" TEXT[],
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "promotion_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "promotion_answer_canonical_factor_id_at_idx" ON "promotion_answer"("canonical_factor_id", "at");

-- CreateIndex
CREATE INDEX "promotion_answer_change_id_idx" ON "promotion_answer"("change_id");

-- AddForeignKey
ALTER TABLE "promotion_answer" ADD CONSTRAINT "promotion_answer_canonical_factor_id_fkey" FOREIGN KEY ("canonical_factor_id") REFERENCES "canonical_factor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promotion_answer" ADD CONSTRAINT "promotion_answer_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "strategic_change"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
