-- A person compared the event with its source: when, who, and a hash of what it said then.
ALTER TABLE "timeline_event" ADD COLUMN "verified_at" TIMESTAMPTZ(3),
ADD COLUMN "verified_by" TEXT,
ADD COLUMN "verified_says" TEXT;
