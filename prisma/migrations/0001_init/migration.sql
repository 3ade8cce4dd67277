-- Types and operators that the columns below need.
CREATE EXTENSION IF NOT EXISTS "citext";
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
CREATE EXTENSION IF NOT EXISTS "unaccent";

CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gin;
-- By hand up to here: what must be there first.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "action_type" AS ENUM ('prevent', 'detect', 'mitigate', 'repair', 'investigate', 'process');

-- CreateEnum
CREATE TYPE "action_priority" AS ENUM ('P0', 'P1', 'P2', 'P3');

-- CreateEnum
CREATE TYPE "action_status" AS ENUM ('proposed', 'accepted', 'in_progress', 'implemented', 'verified', 'declined', 'waived');

-- CreateEnum
CREATE TYPE "decline_kind" AS ENUM ('wont_do', 'duplicate', 'superseded', 'moved_to_change');

-- CreateEnum
CREATE TYPE "factor_role" AS ENUM ('trigger', 'contributor', 'latent_condition', 'amplifier', 'detection_gap', 'response_difficulty', 'mitigator', 'luck', 'surprise');

-- CreateEnum
CREATE TYPE "factor_domain" AS ENUM ('code', 'config', 'deployment', 'capacity', 'architecture', 'dependency', 'data', 'network_hardware', 'observability', 'tooling', 'knowledge', 'coordination', 'communication', 'process', 'security', 'unknown');

-- CreateEnum
CREATE TYPE "factor_status" AS ENUM ('hypothesis', 'supported', 'disputed', 'rejected');

-- CreateEnum
CREATE TYPE "evidence_stance" AS ENUM ('for', 'against');

-- CreateEnum
CREATE TYPE "incident_kind" AS ENUM ('incident', 'near_miss', 'drill', 'test');

-- CreateEnum
CREATE TYPE "incident_status" AS ENUM ('open', 'resolved', 'cancelled');

-- CreateEnum
CREATE TYPE "incident_role_name" AS ENUM ('commander', 'communications', 'scribe', 'subject_expert', 'on_call');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('viewer', 'member', 'facilitator', 'tpm', 'admin');

-- CreateEnum
CREATE TYPE "token_scope" AS ENUM ('read', 'write', 'admin');

-- CreateEnum
CREATE TYPE "review_template" AS ENUM ('quick', 'standard', 'major');

-- CreateEnum
CREATE TYPE "review_status" AS ENUM ('draft', 'in_review', 'reviewed', 'published', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "review_person_role" AS ENUM ('author', 'approver', 'reader');

-- CreateEnum
CREATE TYPE "change_status" AS ENUM ('proposed', 'funded', 'in_progress', 'delivered', 'effect_checked', 'deferred', 'declined');

-- CreateEnum
CREATE TYPE "change_health" AS ENUM ('on_track', 'at_risk', 'off_track');

-- CreateEnum
CREATE TYPE "event_kind" AS ENUM ('deploy_started', 'deploy_finished', 'config_changed', 'flag_changed', 'migration', 'infra_change', 'data_change', 'third_party_change', 'traffic_change', 'alert_fired', 'alert_resolved', 'metric_shift', 'error_observed', 'automated_action', 'dependency_event', 'impact_started', 'impact_changed', 'impact_ended', 'paged', 'acknowledged', 'joined', 'left', 'handoff', 'escalated', 'commander_assigned', 'role_assigned', 'observation', 'hypothesis', 'hypothesis_rejected', 'decision', 'question', 'confusion', 'mitigation_started', 'rollback_started', 'rollback_finished', 'flag_off', 'scaled', 'rerouted', 'restarted', 'mitigation_failed', 'internal_update', 'public_update', 'customer_report', 'support_update', 'exec_update', 'declared', 'severity_changed', 'mitigated', 'resolved', 'monitoring', 'closed', 'reopened', 'known_risk', 'backlog_item', 'design_decision', 'earlier_incident');

-- CreateEnum
CREATE TYPE "event_precision" AS ENUM ('exact', 'minute', 'approx', 'hour', 'day', 'unknown');

-- CreateEnum
CREATE TYPE "milestone_name" AS ENUM ('trigger_change', 'impact_started', 'detected', 'paged', 'acknowledged', 'responding', 'declared', 'commander_assigned', 'first_public_update', 'mitigation_started', 'mitigated', 'resolved', 'closed');

-- CreateTable
CREATE TABLE "action_item" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "type" "action_type" NOT NULL,
    "priority" "action_priority" NOT NULL,
    "status" "action_status" NOT NULL DEFAULT 'proposed',
    "blocked_reason" TEXT,
    "owner_id" UUID,
    "team_id" UUID,
    "due_date" DATE,
    "done_when" TEXT NOT NULL DEFAULT '',
    "tracker_url" TEXT,
    "incident_id" UUID,
    "review_id" UUID,
    "evidence" TEXT,
    "implemented_by_id" UUID,
    "implemented_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "verified_at" TIMESTAMPTZ(3),
    "decline_kind" "decline_kind",
    "decline_reason" TEXT,
    "decline_link" TEXT,
    "waived_until" DATE,
    "waived_reason" TEXT,
    "due_moves" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_item_factor" (
    "action_item_id" UUID NOT NULL,
    "factor_id" UUID NOT NULL,

    CONSTRAINT "action_item_factor_pkey" PRIMARY KEY ("action_item_id","factor_id")
);

-- CreateTable
CREATE TABLE "action_item_due_move" (
    "id" UUID NOT NULL,
    "action_item_id" UUID NOT NULL,
    "from_date" DATE,
    "to_date" DATE,
    "reason" TEXT NOT NULL,
    "moved_by_id" UUID,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_item_due_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_item_transition" (
    "id" UUID NOT NULL,
    "action_item_id" UUID NOT NULL,
    "from_status" "action_status" NOT NULL,
    "to_status" "action_status" NOT NULL,
    "evidence" TEXT,
    "reason" TEXT,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_item_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_head" (
    "id" UUID NOT NULL,
    "head_seq" BIGINT NOT NULL DEFAULT 0,
    "schema_version" INTEGER NOT NULL,

    CONSTRAINT "document_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_snapshot" (
    "document_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "state" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_snapshot_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "document_update" (
    "document_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "data" BYTEA NOT NULL,
    "user_id" UUID,
    "session_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_update_pkey" PRIMARY KEY ("document_id","seq")
);

-- CreateTable
CREATE TABLE "document_client" (
    "document_id" UUID NOT NULL,
    "client_id" BIGINT NOT NULL,
    "user_id" UUID,

    CONSTRAINT "document_client_pkey" PRIMARY KEY ("document_id","client_id")
);

-- CreateTable
CREATE TABLE "factor" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "position" DOUBLE PRECISION NOT NULL,
    "statement" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "role" "factor_role" NOT NULL DEFAULT 'contributor',
    "domains" "factor_domain"[],
    "status" "factor_status" NOT NULL DEFAULT 'hypothesis',
    "accepted_reason" TEXT,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "factor_evidence" (
    "factor_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "stance" "evidence_stance" NOT NULL DEFAULT 'for',

    CONSTRAINT "factor_evidence_pkey" PRIMARY KEY ("factor_id","event_id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "incident_kind" NOT NULL DEFAULT 'incident',
    "status" "incident_status" NOT NULL DEFAULT 'open',
    "severity" INTEGER NOT NULL,
    "highest_severity" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "impact_text" TEXT NOT NULL DEFAULT '',
    "impact_unknown" BOOLEAN NOT NULL DEFAULT false,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "cancel_reason" TEXT,
    "status_before" "incident_status",
    "archived_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_severity_change" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "severity" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by_id" UUID,

    CONSTRAINT "incident_severity_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_role" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "role" "incident_role_name" NOT NULL,
    "user_id" UUID,
    "name" TEXT,

    CONSTRAINT "incident_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_service" (
    "incident_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,

    CONSTRAINT "incident_service_pkey" PRIMARY KEY ("incident_id","service_id")
);

-- CreateTable
CREATE TABLE "incident_grant" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "user_id" UUID,
    "team_id" UUID,

    CONSTRAINT "incident_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "password_hash" TEXT,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "single_keys" BOOLEAN NOT NULL DEFAULT true,
    "disabled_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_agent" TEXT,
    "ip" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reset_link" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "reset_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "set_up_code" (
    "id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "set_up_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "scopes" "token_scope"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "name" CITEXT NOT NULL,
    "manager_id" UUID,
    "parent_id" UUID,
    "archived_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("team_id","user_id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL,
    "name" CITEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "owner_team_id" UUID,
    "availability_target" DECIMAL(6,3) NOT NULL DEFAULT 99.8,
    "archived_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "incident_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "template" "review_template" NOT NULL,
    "title" TEXT NOT NULL,
    "status" "review_status" NOT NULL DEFAULT 'draft',
    "owner_id" UUID,
    "facilitator_id" UUID,
    "due_at" DATE,
    "meeting_on" DATE,
    "reviewed_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT,
    "status_before" "review_status",
    "archived_at" TIMESTAMPTZ(3),
    "search_text" TEXT NOT NULL DEFAULT '',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_person" (
    "review_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "review_person_role" NOT NULL DEFAULT 'author',

    CONSTRAINT "review_person_pkey" PRIMARY KEY ("review_id","user_id")
);

-- CreateTable
CREATE TABLE "gate_waiver" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "gate" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "waived_by_id" UUID,
    "waived_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gate_waiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_version" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "state" BYTEA NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_thread" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "quote" TEXT NOT NULL,
    "block_id" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "author_id" UUID,
    "body" TEXT NOT NULL,
    "mention_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strategic_change" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "problem" TEXT NOT NULL DEFAULT '',
    "expected_effect" TEXT NOT NULL DEFAULT '',
    "status" "change_status" NOT NULL DEFAULT 'proposed',
    "status_reason" TEXT,
    "health" "change_health",
    "health_at" TIMESTAMPTZ(3),
    "target_quarter" TEXT,
    "owner_id" UUID,
    "sponsor_id" UUID,
    "team_id" UUID,
    "archived_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "strategic_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strategic_change_factor" (
    "change_id" UUID NOT NULL,
    "factor_id" UUID NOT NULL,

    CONSTRAINT "strategic_change_factor_pkey" PRIMARY KEY ("change_id","factor_id")
);

-- CreateTable
CREATE TABLE "strategic_change_action" (
    "change_id" UUID NOT NULL,
    "action_item_id" UUID NOT NULL,

    CONSTRAINT "strategic_change_action_pkey" PRIMARY KEY ("change_id","action_item_id")
);

-- CreateTable
CREATE TABLE "health_update" (
    "id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "health" "change_health" NOT NULL,
    "body" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "health_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "actor_label" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "noun_id" UUID NOT NULL,
    "incident_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "href" TEXT NOT NULL,
    "incident_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "filename" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "zone" TEXT,
    "content_hash" TEXT NOT NULL,
    "created" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "ambiguous" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "context" INTEGER NOT NULL DEFAULT 0,
    "rejects" JSONB NOT NULL DEFAULT '[]',
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timeline_event" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3),
    "end_at" TIMESTAMPTZ(3),
    "precision" "event_precision" NOT NULL,
    "uncertainty_seconds" INTEGER,
    "stated_text" TEXT,
    "zone" TEXT,
    "ambiguity" JSONB,
    "order_hint" DOUBLE PRECISION NOT NULL,
    "kind" "event_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "actor" TEXT,
    "url" TEXT,
    "services" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "source_type" TEXT NOT NULL,
    "source_letter" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "import_id" UUID,
    "line" INTEGER,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "original" JSONB,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "timeline_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "incident_id" UUID NOT NULL,
    "name" "milestone_name" NOT NULL,
    "event_id" UUID,
    "not_applicable" BOOLEAN NOT NULL DEFAULT false,
    "set_by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("incident_id","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "action_item_number_key" ON "action_item"("number");

-- CreateIndex
CREATE INDEX "action_item_owner_id_status_idx" ON "action_item"("owner_id", "status");

-- CreateIndex
CREATE INDEX "action_item_team_id_status_idx" ON "action_item"("team_id", "status");

-- CreateIndex
CREATE INDEX "action_item_incident_id_idx" ON "action_item"("incident_id");

-- CreateIndex
CREATE INDEX "action_item_review_id_idx" ON "action_item"("review_id");

-- CreateIndex
CREATE INDEX "action_item_factor_factor_id_idx" ON "action_item_factor"("factor_id");

-- CreateIndex
CREATE INDEX "action_item_due_move_action_item_id_moved_at_idx" ON "action_item_due_move"("action_item_id", "moved_at");

-- CreateIndex
CREATE INDEX "action_item_transition_action_item_id_at_idx" ON "action_item_transition"("action_item_id", "at");

-- CreateIndex
CREATE INDEX "factor_incident_id_idx" ON "factor"("incident_id");

-- CreateIndex
CREATE UNIQUE INDEX "factor_review_id_number_key" ON "factor"("review_id", "number");

-- CreateIndex
CREATE INDEX "factor_evidence_event_id_idx" ON "factor_evidence"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "incident_number_key" ON "incident"("number");

-- CreateIndex
CREATE INDEX "incident_started_at_id_idx" ON "incident"("started_at" DESC, "id");

-- CreateIndex
CREATE INDEX "incident_severity_change_incident_id_at_idx" ON "incident_severity_change"("incident_id", "at");

-- CreateIndex
CREATE INDEX "incident_role_incident_id_idx" ON "incident_role"("incident_id");

-- CreateIndex
CREATE INDEX "incident_role_user_id_idx" ON "incident_role"("user_id");

-- CreateIndex
CREATE INDEX "incident_service_service_id_idx" ON "incident_service"("service_id");

-- CreateIndex
CREATE INDEX "incident_grant_user_id_idx" ON "incident_grant"("user_id");

-- CreateIndex
CREATE INDEX "incident_grant_team_id_idx" ON "incident_grant"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "incident_grant_incident_id_user_id_key" ON "incident_grant"("incident_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "incident_grant_incident_id_team_id_key" ON "incident_grant"("incident_id", "team_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_subject_key" ON "account"("provider", "subject");

-- CreateIndex
CREATE INDEX "user_session_user_id_revoked_at_idx" ON "user_session"("user_id", "revoked_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE UNIQUE INDEX "reset_link_token_hash_key" ON "reset_link"("token_hash");

-- CreateIndex
CREATE INDEX "reset_link_user_id_idx" ON "reset_link"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_name_key" ON "team"("name");

-- CreateIndex
CREATE INDEX "team_member_user_id_idx" ON "team_member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_name_key" ON "service"("name");

-- CreateIndex
CREATE UNIQUE INDEX "review_number_key" ON "review"("number");

-- CreateIndex
CREATE UNIQUE INDEX "review_document_id_key" ON "review"("document_id");

-- CreateIndex
CREATE INDEX "review_incident_id_idx" ON "review"("incident_id");

-- CreateIndex
CREATE INDEX "review_status_updated_at_idx" ON "review"("status", "updated_at");

-- CreateIndex
CREATE INDEX "review_person_user_id_idx" ON "review_person"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "gate_waiver_review_id_gate_key" ON "gate_waiver"("review_id", "gate");

-- CreateIndex
CREATE INDEX "review_version_review_id_created_at_idx" ON "review_version"("review_id", "created_at");

-- CreateIndex
CREATE INDEX "comment_thread_review_id_created_at_idx" ON "comment_thread"("review_id", "created_at");

-- CreateIndex
CREATE INDEX "comment_thread_id_created_at_idx" ON "comment"("thread_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "strategic_change_number_key" ON "strategic_change"("number");

-- CreateIndex
CREATE INDEX "strategic_change_target_quarter_idx" ON "strategic_change"("target_quarter");

-- CreateIndex
CREATE INDEX "strategic_change_factor_factor_id_idx" ON "strategic_change_factor"("factor_id");

-- CreateIndex
CREATE INDEX "strategic_change_action_action_item_id_idx" ON "strategic_change_action"("action_item_id");

-- CreateIndex
CREATE INDEX "health_update_change_id_at_idx" ON "health_update"("change_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_noun_noun_id_at_idx" ON "audit_entry"("noun", "noun_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "outbox_event_processed_at_id_idx" ON "outbox_event"("processed_at", "id");

-- CreateIndex
CREATE INDEX "notification_user_id_read_at_created_at_idx" ON "notification"("user_id", "read_at", "created_at");

-- CreateIndex
CREATE INDEX "import_incident_id_created_at_idx" ON "import"("incident_id", "created_at");

-- CreateIndex
CREATE INDEX "timeline_event_incident_id_at_order_hint_id_idx" ON "timeline_event"("incident_id", "at", "order_hint", "id");

-- CreateIndex
CREATE INDEX "timeline_event_import_id_idx" ON "timeline_event"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "timeline_event_incident_id_number_key" ON "timeline_event"("incident_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "timeline_event_incident_id_source_type_identity_key" ON "timeline_event"("incident_id", "source_type", "identity");

-- CreateIndex
CREATE INDEX "milestone_event_id_idx" ON "milestone"("event_id");

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_implemented_by_id_fkey" FOREIGN KEY ("implemented_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_verified_by_id_fkey" FOREIGN KEY ("verified_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item_factor" ADD CONSTRAINT "action_item_factor_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item_factor" ADD CONSTRAINT "action_item_factor_factor_id_fkey" FOREIGN KEY ("factor_id") REFERENCES "factor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item_due_move" ADD CONSTRAINT "action_item_due_move_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item_transition" ADD CONSTRAINT "action_item_transition_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_snapshot" ADD CONSTRAINT "document_snapshot_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document_head"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_update" ADD CONSTRAINT "document_update_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document_head"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_client" ADD CONSTRAINT "document_client_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document_head"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor" ADD CONSTRAINT "factor_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor" ADD CONSTRAINT "factor_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_evidence" ADD CONSTRAINT "factor_evidence_factor_id_fkey" FOREIGN KEY ("factor_id") REFERENCES "factor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_evidence" ADD CONSTRAINT "factor_evidence_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "timeline_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_severity_change" ADD CONSTRAINT "incident_severity_change_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_role" ADD CONSTRAINT "incident_role_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_role" ADD CONSTRAINT "incident_role_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_service" ADD CONSTRAINT "incident_service_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_service" ADD CONSTRAINT "incident_service_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_grant" ADD CONSTRAINT "incident_grant_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_grant" ADD CONSTRAINT "incident_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_grant" ADD CONSTRAINT "incident_grant_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reset_link" ADD CONSTRAINT "reset_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_owner_team_id_fkey" FOREIGN KEY ("owner_team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_facilitator_id_fkey" FOREIGN KEY ("facilitator_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_person" ADD CONSTRAINT "review_person_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_person" ADD CONSTRAINT "review_person_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gate_waiver" ADD CONSTRAINT "gate_waiver_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_version" ADD CONSTRAINT "review_version_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "comment_thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategic_change" ADD CONSTRAINT "strategic_change_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategic_change" ADD CONSTRAINT "strategic_change_sponsor_id_fkey" FOREIGN KEY ("sponsor_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategic_change" ADD CONSTRAINT "strategic_change_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategic_change_factor" ADD CONSTRAINT "strategic_change_factor_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "strategic_change"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategic_change_factor" ADD CONSTRAINT "strategic_change_factor_factor_id_fkey" FOREIGN KEY ("factor_id") REFERENCES "factor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategic_change_action" ADD CONSTRAINT "strategic_change_action_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "strategic_change"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategic_change_action" ADD CONSTRAINT "strategic_change_action_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "health_update" ADD CONSTRAINT "health_update_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "strategic_change"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_event" ADD CONSTRAINT "timeline_event_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_event" ADD CONSTRAINT "timeline_event_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "timeline_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
