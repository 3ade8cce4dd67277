-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "picture_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "review_version" ADD COLUMN     "picture_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "review_picture" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_picture_size" (
    "picture_id" UUID NOT NULL,
    "width" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "review_picture_size_pkey" PRIMARY KEY ("picture_id","width")
);

-- CreateIndex
CREATE UNIQUE INDEX "review_picture_review_id_hash_key" ON "review_picture"("review_id", "hash");

-- CreateIndex
CREATE INDEX "review_picture_size_hash_idx" ON "review_picture_size"("hash");

-- AddForeignKey
ALTER TABLE "review_picture" ADD CONSTRAINT "review_picture_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_picture" ADD CONSTRAINT "review_picture_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_picture_size" ADD CONSTRAINT "review_picture_size_picture_id_fkey" FOREIGN KEY ("picture_id") REFERENCES "review_picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_picture_size" ADD CONSTRAINT "review_picture_size_hash_fkey" FOREIGN KEY ("hash") REFERENCES "stored_file"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
