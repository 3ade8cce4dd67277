-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "attachment_kind" AS ENUM ('link', 'image', 'file', 'query', 'log', 'series');

-- CreateEnum
CREATE TYPE "impact_basis" AS ENUM ('measured', 'estimated', 'default');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('received', 'taken', 'unassigned', 'ignored', 'failed');

-- CreateEnum
CREATE TYPE "incoming_state" AS ENUM ('waiting', 'attached', 'dismissed');

-- CreateEnum
CREATE TYPE "rule_outcome" AS ENUM ('join', 'wait', 'ignore');

-- CreateEnum
CREATE TYPE "event_relation" AS ENUM ('merged', 'bundled', 'account');

-- CreateEnum
CREATE TYPE "event_known" AS ENUM ('at_the_time', 'found_later');

-- AlterTable
ALTER TABLE "timeline_event" ADD COLUMN     "clock_offset_ms" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "found_at" TIMESTAMPTZ(3),
ADD COLUMN     "found_by" TEXT,
ADD COLUMN     "known" "event_known",
ADD COLUMN     "lead_id" UUID,
ADD COLUMN     "relation" "event_relation";

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "event_id" UUID,
    "kind" "attachment_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "text" TEXT,
    "file_hash" TEXT,
    "filename" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "impact_window" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3),
    "weight" DECIMAL(6,5) NOT NULL,
    "basis" "impact_basis" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "origin" TEXT NOT NULL DEFAULT 'hand',
    "series_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "impact_window_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suspect_ruled_out" (
    "event_id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suspect_ruled_out_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "integration" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "service_id" UUID,
    "paused_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "integration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integration_secret" (
    "id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "integration_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'received',
    "body" BYTEA NOT NULL,
    "content_type" TEXT,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "answered_in_ms" DOUBLE PRECISION NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "outcome" JSONB,
    "error" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refused_deliveries" (
    "integration_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refused_deliveries_pkey" PRIMARY KEY ("integration_id","day","reason")
);

-- CreateTable
CREATE TABLE "incoming_event" (
    "id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "delivery_id" UUID,
    "identity" TEXT NOT NULL,
    "state" "incoming_state" NOT NULL DEFAULT 'waiting',
    "at" TIMESTAMPTZ(3),
    "kind" "event_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "severity" TEXT,
    "labels" JSONB NOT NULL DEFAULT '{}',
    "service_id" UUID,
    "event" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "event_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "incoming_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "routing_rule" (
    "id" UUID NOT NULL,
    "integration_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "conditions" JSONB NOT NULL,
    "outcome" "rule_outcome" NOT NULL,
    "service_id" UUID,
    "opens" BOOLEAN NOT NULL DEFAULT false,
    "title_template" TEXT NOT NULL DEFAULT '',
    "severity" INTEGER,
    "severity_map" JSONB NOT NULL DEFAULT '{}',
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "routing_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_note" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_clock" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "source_type" TEXT NOT NULL,
    "import_id" UUID,
    "offset_ms" INTEGER NOT NULL,
    "event_id" UUID,
    "match_id" UUID,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "source_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kept_apart" (
    "incident_id" UUID NOT NULL,
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "kept_apart_pkey" PRIMARY KEY ("incident_id","first_id","second_id")
);

-- CreateTable
CREATE TABLE "column_mapping" (
    "headers_hash" TEXT NOT NULL,
    "headers" TEXT[],
    "mapping" JSONB NOT NULL,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("headers_hash")
);

-- CreateIndex
CREATE INDEX "attachment_incident_id_created_at_idx" ON "attachment"("incident_id", "created_at");

-- CreateIndex
CREATE INDEX "attachment_event_id_idx" ON "attachment"("event_id");

-- CreateIndex
CREATE INDEX "attachment_file_hash_idx" ON "attachment"("file_hash");

-- CreateIndex
CREATE INDEX "impact_window_incident_id_from_at_idx" ON "impact_window"("incident_id", "from_at");

-- CreateIndex
CREATE INDEX "impact_window_service_id_from_at_idx" ON "impact_window"("service_id", "from_at");

-- CreateIndex
CREATE INDEX "suspect_ruled_out_incident_id_idx" ON "suspect_ruled_out"("incident_id");

-- CreateIndex
CREATE UNIQUE INDEX "integration_key_key" ON "integration"("key");

-- CreateIndex
CREATE INDEX "integration_secret_integration_id_idx" ON "integration_secret"("integration_id");

-- CreateIndex
CREATE INDEX "delivery_integration_id_received_at_id_idx" ON "delivery"("integration_id", "received_at" DESC, "id");

-- CreateIndex
CREATE INDEX "delivery_state_received_at_idx" ON "delivery"("state", "received_at");

-- CreateIndex
CREATE INDEX "delivery_received_at_idx" ON "delivery"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_integration_id_external_id_key" ON "delivery"("integration_id", "external_id");

-- CreateIndex
CREATE INDEX "incoming_event_state_received_at_id_idx" ON "incoming_event"("state", "received_at" DESC, "id");

-- CreateIndex
CREATE INDEX "incoming_event_service_id_state_received_at_idx" ON "incoming_event"("service_id", "state", "received_at");

-- CreateIndex
CREATE INDEX "incoming_event_event_id_idx" ON "incoming_event"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "incoming_event_integration_id_identity_key" ON "incoming_event"("integration_id", "identity");

-- CreateIndex
CREATE INDEX "routing_rule_integration_id_position_idx" ON "routing_rule"("integration_id", "position");

-- CreateIndex
CREATE INDEX "event_note_event_id_created_at_idx" ON "event_note"("event_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "source_clock_incident_id_source_type_import_id_key" ON "source_clock"("incident_id", "source_type", "import_id");

-- CreateIndex
CREATE INDEX "timeline_event_lead_id_idx" ON "timeline_event"("lead_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "timeline_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_file_hash_fkey" FOREIGN KEY ("file_hash") REFERENCES "stored_file"("hash") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_window" ADD CONSTRAINT "impact_window_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_window" ADD CONSTRAINT "impact_window_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_window" ADD CONSTRAINT "impact_window_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "attachment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "impact_window" ADD CONSTRAINT "impact_window_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspect_ruled_out" ADD CONSTRAINT "suspect_ruled_out_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "timeline_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspect_ruled_out" ADD CONSTRAINT "suspect_ruled_out_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspect_ruled_out" ADD CONSTRAINT "suspect_ruled_out_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integration" ADD CONSTRAINT "integration_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integration" ADD CONSTRAINT "integration_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integration_secret" ADD CONSTRAINT "integration_secret_integration_id_fkey" FOREIGN KEY ("integration_id") REFERENCES "integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_integration_id_fkey" FOREIGN KEY ("integration_id") REFERENCES "integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refused_deliveries" ADD CONSTRAINT "refused_deliveries_integration_id_fkey" FOREIGN KEY ("integration_id") REFERENCES "integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incoming_event" ADD CONSTRAINT "incoming_event_integration_id_fkey" FOREIGN KEY ("integration_id") REFERENCES "integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incoming_event" ADD CONSTRAINT "incoming_event_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incoming_event" ADD CONSTRAINT "incoming_event_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incoming_event" ADD CONSTRAINT "incoming_event_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incoming_event" ADD CONSTRAINT "incoming_event_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "timeline_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_rule" ADD CONSTRAINT "routing_rule_integration_id_fkey" FOREIGN KEY ("integration_id") REFERENCES "integration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_rule" ADD CONSTRAINT "routing_rule_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_rule" ADD CONSTRAINT "routing_rule_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_event" ADD CONSTRAINT "timeline_event_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "timeline_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_note" ADD CONSTRAINT "event_note_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "timeline_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_note" ADD CONSTRAINT "event_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_clock" ADD CONSTRAINT "source_clock_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_clock" ADD CONSTRAINT "source_clock_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_clock" ADD CONSTRAINT "source_clock_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
ALTER TABLE "timeline_event"
  ADD CONSTRAINT "timeline_event_lead_relation" CHECK (("lead_id" IS NULL) = ("relation" IS NULL)),
  ADD CONSTRAINT "timeline_event_own_lead" CHECK ("lead_id" IS DISTINCT FROM "id"),
  ADD CONSTRAINT "timeline_event_found_later" CHECK ("known" = 'found_later' OR ("found_at" IS NULL AND "found_by" IS NULL));

CREATE UNIQUE INDEX "source_clock_whole_source_idx" ON "source_clock" ("incident_id", "source_type")
  WHERE "import_id" IS NULL;
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_order" CHECK ("first_id" < "second_id");

ALTER TABLE "impact_window"
  ADD CONSTRAINT "impact_window_weight" CHECK ("weight" BETWEEN 0 AND 1),
  ADD CONSTRAINT "impact_window_end_after" CHECK ("to_at" IS NULL OR "to_at" > "from_at");

ALTER TABLE "attachment" ADD CONSTRAINT "attachment_holds_something"
  CHECK (num_nonnulls("url", "text", "file_hash") > 0);
ALTER TABLE "event_note" ADD CONSTRAINT "event_note_words" CHECK (length(btrim("body")) > 0);

CREATE INDEX "delivery_waiting_idx" ON "delivery" ("received_at") WHERE "state" IN ('received', 'failed');
CREATE INDEX "incoming_event_waiting_idx" ON "incoming_event" ("received_at" DESC, "id") WHERE "state" = 'waiting';
ALTER TABLE "routing_rule" ADD CONSTRAINT "routing_rule_severity" CHECK ("severity" IS NULL OR "severity" BETWEEN 1 AND 4);
