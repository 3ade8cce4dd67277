-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "action_item" ADD COLUMN     "thread_id" UUID;

-- AlterTable
ALTER TABLE "factor" ADD COLUMN     "thread_id" UUID;

-- AlterTable
ALTER TABLE "learning" ADD COLUMN     "thread_id" UUID;

-- CreateIndex
CREATE INDEX "action_item_thread_id_idx" ON "action_item"("thread_id");

-- CreateIndex
CREATE INDEX "factor_thread_id_idx" ON "factor"("thread_id");

-- CreateIndex
CREATE INDEX "learning_thread_id_idx" ON "learning"("thread_id");

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "comment_thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor" ADD CONSTRAINT "factor_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "comment_thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning" ADD CONSTRAINT "learning_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "comment_thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
