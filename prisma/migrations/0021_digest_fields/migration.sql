-- A digest is hidden by what it names, not by its words: null in one stored before.
ALTER TABLE "notification" ADD COLUMN "things" JSONB;
ALTER TABLE "notification" ADD COLUMN "more_count" INTEGER NOT NULL DEFAULT 0;
