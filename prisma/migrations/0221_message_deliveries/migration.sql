-- By hand up to here: what must be there first.

-- CreateTable
CREATE TABLE "channel" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "team_id" UUID,
    "sealed_url" BYTEA NOT NULL,
    "host" TEXT NOT NULL,
    "kinds" TEXT[],
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_delivery" (
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "incident_id" UUID,
    "notification_id" UUID,
    "user_id" UUID,
    "channel_id" UUID,
    "words" TEXT NOT NULL DEFAULT '',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "next_try_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "channel_team_id_idx" ON "channel"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_delivery_notification_id_key" ON "message_delivery"("notification_id");

-- CreateIndex
CREATE INDEX "message_delivery_created_at_id_idx" ON "message_delivery"("created_at", "id");

-- CreateIndex
CREATE INDEX "message_delivery_user_id_idx" ON "message_delivery"("user_id");

-- CreateIndex
CREATE INDEX "message_delivery_channel_id_idx" ON "message_delivery"("channel_id");

-- AddForeignKey
ALTER TABLE "channel" ADD CONSTRAINT "channel_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_delivery" ADD CONSTRAINT "message_delivery_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_delivery" ADD CONSTRAINT "message_delivery_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
