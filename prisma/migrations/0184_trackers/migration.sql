-- By hand up to here: what must be there first.

-- CreateTable
CREATE TABLE "tracker" (
    "id" UUID NOT NULL,
    "vendor" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "targets" TEXT[],
    "team_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "account" TEXT,
    "sealed_token" BYTEA NOT NULL,
    "sealed_hook_secret" BYTEA,
    "signed_in_as" TEXT,
    "mapping" JSONB NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "waits_until" TIMESTAMPTZ(3),
    "cursor" TIMESTAMPTZ(3),
    "last_hook_at" TIMESTAMPTZ(3),
    "last_look_at" TIMESTAMPTZ(3),
    "last_look_found" INTEGER,
    "next_look_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tracker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tracker_person" (
    "tracker_id" UUID NOT NULL,
    "remote_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "user_id" UUID,

    CONSTRAINT "tracker_person_pkey" PRIMARY KEY ("tracker_id","remote_id")
);

-- CreateTable
CREATE TABLE "linked_issue" (
    "id" UUID NOT NULL,
    "tracker_id" UUID NOT NULL,
    "action_item_id" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "remote_id" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "assignee_id" TEXT,
    "assignee" TEXT,
    "due_date" DATE,
    "closed_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed" JSONB NOT NULL,
    "held" JSONB NOT NULL DEFAULT '{}',
    "seen_version" INTEGER NOT NULL,
    "look_at" TIMESTAMPTZ(3),
    "claimed_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),
    "waiting" TEXT,
    "unlinked_at" TIMESTAMPTZ(3),
    "is_cut" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "linked_issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tracker_line" (
    "id" UUID NOT NULL,
    "tracker_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "way" TEXT NOT NULL,
    "action_item_id" UUID,
    "what" TEXT NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "tracker_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tracker_person_user_id_idx" ON "tracker_person"("user_id");

-- CreateIndex
CREATE INDEX "linked_issue_tracker_id_target_remote_id_idx" ON "linked_issue"("tracker_id", "target", "remote_id");

-- CreateIndex
CREATE INDEX "linked_issue_action_item_id_idx" ON "linked_issue"("action_item_id");

-- CreateIndex
CREATE INDEX "tracker_line_tracker_id_at_id_idx" ON "tracker_line"("tracker_id", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "tracker_line_action_item_id_idx" ON "tracker_line"("action_item_id");

-- AddForeignKey
ALTER TABLE "tracker" ADD CONSTRAINT "tracker_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tracker_person" ADD CONSTRAINT "tracker_person_tracker_id_fkey" FOREIGN KEY ("tracker_id") REFERENCES "tracker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tracker_person" ADD CONSTRAINT "tracker_person_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "linked_issue" ADD CONSTRAINT "linked_issue_tracker_id_fkey" FOREIGN KEY ("tracker_id") REFERENCES "tracker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "linked_issue" ADD CONSTRAINT "linked_issue_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tracker_line" ADD CONSTRAINT "tracker_line_tracker_id_fkey" FOREIGN KEY ("tracker_id") REFERENCES "tracker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tracker_line" ADD CONSTRAINT "tracker_line_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

CREATE UNIQUE INDEX "linked_issue_live" ON "linked_issue" ("tracker_id", "target", "remote_id") WHERE "unlinked_at" IS NULL;
CREATE INDEX "linked_issue_to_look" ON "linked_issue" ("look_at") WHERE "unlinked_at" IS NULL AND "look_at" IS NOT NULL;
