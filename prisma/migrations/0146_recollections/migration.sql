-- By hand up to here: what must be there first.

-- CreateTable
CREATE TABLE "recollection" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "event_id" UUID,
    "theme" TEXT NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "shared_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recollection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "recollection_review_id_author_id_idx" ON "recollection"("review_id", "author_id");

-- CreateIndex
CREATE INDEX "recollection_author_id_idx" ON "recollection"("author_id");

-- CreateIndex
CREATE INDEX "recollection_event_id_idx" ON "recollection"("event_id");

-- AddForeignKey
ALTER TABLE "recollection" ADD CONSTRAINT "recollection_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recollection" ADD CONSTRAINT "recollection_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recollection" ADD CONSTRAINT "recollection_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "timeline_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
