-- By hand up to here: what must be there first.

ALTER TABLE "outbox_event" ADD COLUMN     "claimed_until" TIMESTAMPTZ(3);

-- By hand from here: what the schema language cannot say.
