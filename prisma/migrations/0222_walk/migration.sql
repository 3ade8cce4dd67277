-- By hand up to here: what must be there first.

-- CreateTable
CREATE TABLE "walk" (
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "walk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "walk_line" (
    "id" UUID NOT NULL,
    "walk_id" UUID NOT NULL,
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "action_item_id" UUID,
    "text" TEXT NOT NULL,
    "undo" JSONB,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "walk_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "walk_started_at_idx" ON "walk"("started_at");

-- CreateIndex
CREATE INDEX "walk_started_by_id_idx" ON "walk"("started_by_id");

-- CreateIndex
CREATE INDEX "walk_line_walk_id_at_idx" ON "walk_line"("walk_id", "at");

-- CreateIndex
CREATE INDEX "walk_line_author_id_idx" ON "walk_line"("author_id");

-- CreateIndex
CREATE INDEX "walk_line_action_item_id_idx" ON "walk_line"("action_item_id");

-- AddForeignKey
ALTER TABLE "walk" ADD CONSTRAINT "walk_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "walk_line" ADD CONSTRAINT "walk_line_walk_id_fkey" FOREIGN KEY ("walk_id") REFERENCES "walk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "walk_line" ADD CONSTRAINT "walk_line_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "walk_line" ADD CONSTRAINT "walk_line_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
