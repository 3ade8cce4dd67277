-- CreateTable
CREATE TABLE "hint_dismissal" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "pattern" TEXT NOT NULL,
    "sentence" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "hint_dismissal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "hint_dismissal_review_id_pattern_sentence_key" ON "hint_dismissal"("review_id", "pattern", "sentence");

-- AddForeignKey
ALTER TABLE "hint_dismissal" ADD CONSTRAINT "hint_dismissal_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;
