-- The name of a source stays with an event that came from another instance.
ALTER TABLE "timeline_event" ADD COLUMN "source_label" TEXT;
