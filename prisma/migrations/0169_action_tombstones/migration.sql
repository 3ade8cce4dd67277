-- By hand up to here: what must be there first.

-- CreateTable
CREATE TABLE "action_tombstone" (
    "number" INTEGER NOT NULL,
    "action_item_id" UUID NOT NULL,
    "purged_at" TIMESTAMPTZ(3) NOT NULL,
    "purged_by_id" UUID,

    CONSTRAINT "action_tombstone_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "action_tombstone_action_item_id_key" ON "action_tombstone"("action_item_id");

-- By hand from here: what the schema language cannot say.
