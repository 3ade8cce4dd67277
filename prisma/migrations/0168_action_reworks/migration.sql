-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "action_rework_kind" AS ENUM ('split', 'merge', 'move', 'convert');

-- CreateTable
CREATE TABLE "action_rework" (
    "id" UUID NOT NULL,
    "kind" "action_rework_kind" NOT NULL,
    "action_item_id" UUID NOT NULL,
    "other_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "detail" JSONB NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "action_rework_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "action_rework_action_item_id_idx" ON "action_rework"("action_item_id");

-- CreateIndex
CREATE INDEX "action_rework_other_ids_idx" ON "action_rework" USING GIN ("other_ids");

-- By hand from here: what the schema language cannot say.
