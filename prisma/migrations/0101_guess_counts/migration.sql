-- By hand up to here: what must be there first.

-- CreateTable
CREATE TABLE "guess_count" (
    "key" TEXT NOT NULL,
    "guesses" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guess_count_pkey" PRIMARY KEY ("key")
);

-- By hand from here: what the schema language cannot say.
-- Counts of some minutes: losing them in a crash is better than writing the log for each guess.
ALTER TABLE guess_count SET UNLOGGED;
