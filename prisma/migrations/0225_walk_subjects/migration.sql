-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "walk_line" ADD COLUMN     "canonical_factor_id" UUID,
ADD COLUMN     "change_id" UUID;

-- CreateIndex
CREATE INDEX "walk_line_change_id_idx" ON "walk_line"("change_id");

-- CreateIndex
CREATE INDEX "walk_line_canonical_factor_id_idx" ON "walk_line"("canonical_factor_id");

-- AddForeignKey
ALTER TABLE "walk_line" ADD CONSTRAINT "walk_line_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "strategic_change"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "walk_line" ADD CONSTRAINT "walk_line_canonical_factor_id_fkey" FOREIGN KEY ("canonical_factor_id") REFERENCES "canonical_factor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
