-- The sentences that a suggestion is in, as they were when its author last changed it. Null for those made before.
ALTER TABLE "suggestion" ADD COLUMN "made_in" TEXT;
