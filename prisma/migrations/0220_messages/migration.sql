-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "digest_id" UUID,
ADD COLUMN     "done_at" TIMESTAMPTZ(3),
ADD COLUMN     "shown_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "message_rule" (
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "inbox" BOOLEAN NOT NULL,
    "mail" BOOLEAN NOT NULL,
    "digest" BOOLEAN NOT NULL,
    "unsubscribed_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_rule_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateTable
CREATE TABLE "muted_item" (
    "user_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "muted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "muted_item_pkey" PRIMARY KEY ("user_id","item")
);

-- CreateIndex
CREATE INDEX "notification_user_id_shown_at_idx" ON "notification"("user_id", "shown_at");

-- CreateIndex
CREATE INDEX "notification_digest_id_idx" ON "notification"("digest_id");

-- AddForeignKey
ALTER TABLE "message_rule" ADD CONSTRAINT "message_rule_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "muted_item" ADD CONSTRAINT "muted_item_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

UPDATE "notification" SET "shown_at" = "created_at";
-- The inbox showed what is unread, and read messages under All.
UPDATE "notification" SET "done_at" = "read_at" WHERE "read_at" IS NOT NULL;
