-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "factor" ADD COLUMN     "canonical_factor_id" UUID;

-- CreateTable
CREATE TABLE "canonical_factor" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "merged_into_id" UUID,
    "merged_factor_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "last_factor_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "canonical_factor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "canonical_factor_merged_into_id_idx" ON "canonical_factor"("merged_into_id");

-- CreateIndex
CREATE INDEX "canonical_factor_last_factor_id_idx" ON "canonical_factor"("last_factor_id");

-- CreateIndex
CREATE INDEX "factor_canonical_factor_id_idx" ON "factor"("canonical_factor_id");

-- AddForeignKey
ALTER TABLE "canonical_factor" ADD CONSTRAINT "canonical_factor_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "canonical_factor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "canonical_factor" ADD CONSTRAINT "canonical_factor_last_factor_id_fkey" FOREIGN KEY ("last_factor_id") REFERENCES "factor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor" ADD CONSTRAINT "factor_canonical_factor_id_fkey" FOREIGN KEY ("canonical_factor_id") REFERENCES "canonical_factor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
ALTER TABLE "canonical_factor" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (to_tsvector('english', "name")) STORED;
CREATE INDEX "canonical_factor_search_idx" ON "canonical_factor" USING gin ("search");
CREATE INDEX "canonical_factor_name_trgm_idx" ON "canonical_factor" USING gin ("name" gin_trgm_ops);
