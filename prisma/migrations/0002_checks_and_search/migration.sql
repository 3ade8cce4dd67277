-- What Prisma cannot express: checks, partial indexes, generated search columns.
ALTER TABLE "incident"
  ADD CONSTRAINT "incident_severity_range" CHECK ("severity" BETWEEN 1 AND 4 AND "highest_severity" BETWEEN 1 AND "severity"),
  ADD CONSTRAINT "incident_title_present" CHECK (length(btrim("title")) > 0),
  ADD CONSTRAINT "incident_resolved_after_start" CHECK ("resolved_at" IS NULL OR "resolved_at" >= "started_at"),
  ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
    to_tsvector('simple', 'INC-' || "number"::text) || setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', "impact_text"), 'C')
  ) STORED;
CREATE INDEX "incident_search_idx" ON "incident" USING gin ("search");
CREATE INDEX "incident_title_trgm_idx" ON "incident" USING gin ("title" gin_trgm_ops);
CREATE INDEX "incident_open_idx" ON "incident" ("started_at" DESC) WHERE "status" = 'open' AND "archived_at" IS NULL;

ALTER TABLE "incident_severity_change" ADD CONSTRAINT "incident_severity_change_range" CHECK ("severity" BETWEEN 1 AND 4);
ALTER TABLE "incident_role" ADD CONSTRAINT "incident_role_somebody" CHECK (("user_id" IS NOT NULL) OR ("name" IS NOT NULL));
ALTER TABLE "incident_grant" ADD CONSTRAINT "incident_grant_one" CHECK (num_nonnulls("user_id", "team_id") = 1);

ALTER TABLE "service" ADD CONSTRAINT "service_target_range" CHECK ("availability_target" > 0 AND "availability_target" <= 100);
ALTER TABLE "team" ADD CONSTRAINT "team_not_its_own_parent" CHECK ("parent_id" IS DISTINCT FROM "id");

ALTER TABLE "timeline_event"
  ADD CONSTRAINT "timeline_event_time_known" CHECK (("precision" = 'unknown') = ("at" IS NULL)),
  ADD CONSTRAINT "timeline_event_end_after" CHECK ("end_at" IS NULL OR ("at" IS NOT NULL AND "end_at" >= "at")),
  ADD CONSTRAINT "timeline_event_title_present" CHECK (length(btrim("title")) > 0),
  ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', left("body", 20000)), 'C')
  ) STORED;
CREATE INDEX "timeline_event_search_idx" ON "timeline_event" USING gin ("search");
CREATE INDEX "timeline_event_shown_idx" ON "timeline_event" ("incident_id", "at", "order_hint", "id") WHERE "removed_at" IS NULL;
CREATE INDEX "timeline_event_unanswered_idx" ON "timeline_event" ("incident_id") WHERE "ambiguity" IS NOT NULL AND "removed_at" IS NULL;

ALTER TABLE "milestone" ADD CONSTRAINT "milestone_event_or_na" CHECK (("event_id" IS NOT NULL) <> "not_applicable");

ALTER TABLE "review"
  ADD CONSTRAINT "review_cancel_reason" CHECK ("status" <> 'cancelled' OR length(btrim("cancel_reason")) > 0),
  ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
    to_tsvector('simple', 'REV-' || "number"::text) || setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', left("search_text", 200000)), 'C')
  ) STORED;
CREATE INDEX "review_search_idx" ON "review" USING gin ("search");
CREATE INDEX "review_published_idx" ON "review" ("published_at" DESC) WHERE "status" IN ('published', 'closed') AND "archived_at" IS NULL;

ALTER TABLE "action_item"
  ADD CONSTRAINT "action_item_title_present" CHECK (length(btrim("title")) > 0),
  ADD CONSTRAINT "action_item_verified_by" CHECK ("status" <> 'verified' OR ("verified_by_id" IS NOT NULL OR "verified_at" IS NOT NULL)),
  ADD CONSTRAINT "action_item_evidence" CHECK ("status" NOT IN ('implemented', 'verified') OR length(btrim("evidence")) > 0),
  ADD CONSTRAINT "action_item_declined_reason" CHECK ("status" <> 'declined' OR length(btrim("decline_reason")) > 0),
  ADD CONSTRAINT "action_item_waived_until" CHECK ("status" <> 'waived' OR ("waived_until" IS NOT NULL AND length(btrim("waived_reason")) > 0)),
  ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
    to_tsvector('simple', 'ACT-' || "number"::text) || setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', left("description", 20000)), 'C')
  ) STORED;
CREATE INDEX "action_item_search_idx" ON "action_item" USING gin ("search");
CREATE INDEX "action_item_open_due_idx" ON "action_item" ("due_date", "number")
  WHERE "status" IN ('proposed', 'accepted', 'in_progress', 'implemented') AND "archived_at" IS NULL;

ALTER TABLE "strategic_change"
  ADD CONSTRAINT "strategic_change_quarter" CHECK ("target_quarter" IS NULL OR "target_quarter" ~ '^[0-9]{4}-Q[1-4]$'),
  ADD CONSTRAINT "strategic_change_declined_reason" CHECK ("status" NOT IN ('declined', 'deferred') OR length(btrim("status_reason")) > 0);

CREATE INDEX "outbox_event_waiting_idx" ON "outbox_event" ("id") WHERE "processed_at" IS NULL;
CREATE INDEX "notification_unread_idx" ON "notification" ("user_id", "created_at" DESC) WHERE "read_at" IS NULL;
-- The document log: room for in-place head updates, and no attempt to compress small binary updates.
ALTER TABLE "document_head" SET (fillfactor = 50);
ALTER TABLE "document_update" ALTER COLUMN "data" SET STORAGE EXTERNAL;
ALTER TABLE "document_snapshot" ALTER COLUMN "state" SET STORAGE EXTERNAL;
ALTER TABLE "document_update" ADD CONSTRAINT "document_update_seq_positive" CHECK ("seq" > 0);
-- Finds covered rows by age when they may go.
CREATE INDEX "document_update_at_idx" ON "document_update" USING brin ("at");
