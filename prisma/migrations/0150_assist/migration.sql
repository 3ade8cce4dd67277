-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "assist_kind" AS ENUM ('second_look', 'draft');

-- CreateEnum
CREATE TYPE "assist_state" AS ENUM ('waiting', 'asking', 'checking', 'done', 'failed', 'cancelled');

-- AlterTable
ALTER TABLE "suggestion" ADD COLUMN     "assisted" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "assist_setting" (
    "id" UUID NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "url" TEXT NOT NULL DEFAULT '',
    "model" TEXT NOT NULL DEFAULT '',
    "sealed_key" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assist_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assist_request" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "kind" "assist_kind" NOT NULL,
    "section" TEXT,
    "asked_by_id" UUID,
    "state" "assist_state" NOT NULL DEFAULT 'waiting',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "findings" JSONB,
    "total" INTEGER NOT NULL DEFAULT 0,
    "dropped" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "assist_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assist_request_review_id_kind_created_at_idx" ON "assist_request"("review_id", "kind", "created_at");

-- AddForeignKey
ALTER TABLE "assist_request" ADD CONSTRAINT "assist_request_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assist_request" ADD CONSTRAINT "assist_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

INSERT INTO "assist_setting" ("id") VALUES ('01920000-0000-7000-8000-0000000000a1');

-- One request of a review at a time, whoever asks.
CREATE UNIQUE INDEX "assist_request_one_at_a_time" ON "assist_request" ("review_id")
  WHERE "state" IN ('waiting', 'asking', 'checking');

-- What people learned is theirs to write. The same rule as mayBeAiDrafted in lib/reviews/template/template.ts.
ALTER TABLE "template_version" ADD CONSTRAINT "template_version_ai_draft" CHECK (NOT jsonb_path_exists("content",
  '$.sections[*] ? (exists(@.aiDraft) && (@.key like_regex "(^|_)(header|factors?|luck|surprises?|lessons?|learnings?)(_|$)" || @.live[*] == "factors" || @.live[*] == "learnings"))'));
ALTER TABLE "template" ADD CONSTRAINT "template_ai_draft" CHECK (NOT jsonb_path_exists("draft",
  '$.sections[*] ? (exists(@.aiDraft) && (@.key like_regex "(^|_)(header|factors?|luck|surprises?|lessons?|learnings?)(_|$)" || @.live[*] == "factors" || @.live[*] == "learnings"))'));
