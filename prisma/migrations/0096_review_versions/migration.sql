-- CreateEnum
CREATE TYPE "review_version_kind" AS ENUM ('status', 'named', 'pause', 'before_restore', 'before_update');

-- DropIndex
DROP INDEX "review_version_review_id_created_at_idx";

-- AlterTable
ALTER TABLE "review_version" ADD COLUMN     "author_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "blocks" JSONB,
ADD COLUMN     "changes" JSONB,
ADD COLUMN     "kind" "review_version_kind",
ADD COLUMN     "name" TEXT,
ADD COLUMN     "number" INTEGER,
ADD COLUMN     "status" "review_status";

-- Until now a version was kept only when a review was published.
UPDATE "review_version" v SET "kind" = 'status', "status" = 'published', "number" = n.number
FROM (SELECT id, row_number() OVER (PARTITION BY review_id ORDER BY created_at, id) AS number FROM "review_version") n
WHERE n.id = v.id;

ALTER TABLE "review_version" ALTER COLUMN "kind" SET NOT NULL,
ALTER COLUMN "number" SET NOT NULL,
DROP COLUMN "reason";

-- CreateIndex
CREATE UNIQUE INDEX "review_version_review_id_number_key" ON "review_version"("review_id", "number");
