-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "comment_thread" ADD COLUMN     "action_item_id" UUID,
ADD COLUMN     "change_id" UUID,
ALTER COLUMN "review_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "action_watcher" (
    "action_item_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "action_watcher_pkey" PRIMARY KEY ("action_item_id","user_id")
);

-- CreateIndex
CREATE INDEX "action_watcher_user_id_idx" ON "action_watcher"("user_id");

-- CreateIndex
CREATE INDEX "comment_thread_action_item_id_created_at_idx" ON "comment_thread"("action_item_id", "created_at");

-- CreateIndex
CREATE INDEX "comment_thread_change_id_created_at_idx" ON "comment_thread"("change_id", "created_at");

-- AddForeignKey
ALTER TABLE "action_watcher" ADD CONSTRAINT "action_watcher_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_watcher" ADD CONSTRAINT "action_watcher_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "strategic_change"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_of_one"
  CHECK (num_nonnulls("review_id", "action_item_id", "change_id") = 1);
