-- AlterTable
ALTER TABLE "import" ADD COLUMN     "left_out" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "split_from_id" UUID,
ADD COLUMN     "split_key" TEXT;

-- AlterTable
ALTER TABLE "timeline_event" ADD COLUMN     "section" TEXT;

-- CreateIndex
CREATE INDEX "import_split_from_id_idx" ON "import"("split_from_id");

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_split_from_id_fkey" FOREIGN KEY ("split_from_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;
