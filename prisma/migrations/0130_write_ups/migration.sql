-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "write_up_state" AS ENUM ('waiting', 'done', 'known', 'rejected');

-- CreateTable
CREATE TABLE "write_up_job" (
    "id" UUID NOT NULL,
    "filename" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "write_up_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "write_up_file" (
    "id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "bytes" BYTEA,
    "state" "write_up_state" NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "title" TEXT,
    "incident_id" UUID,
    "review_id" UUID,
    "events" INTEGER NOT NULL DEFAULT 0,
    "actions" INTEGER NOT NULL DEFAULT 0,
    "factors" INTEGER NOT NULL DEFAULT 0,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "left_out" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "write_up_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "write_up_job_created_by_id_created_at_idx" ON "write_up_job"("created_by_id", "created_at");

-- CreateIndex
CREATE INDEX "write_up_file_content_hash_idx" ON "write_up_file"("content_hash");

-- CreateIndex
CREATE INDEX "write_up_file_state_idx" ON "write_up_file"("state");

-- CreateIndex
CREATE UNIQUE INDEX "write_up_file_job_id_position_key" ON "write_up_file"("job_id", "position");

-- AddForeignKey
ALTER TABLE "write_up_job" ADD CONSTRAINT "write_up_job_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "write_up_file" ADD CONSTRAINT "write_up_file_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "write_up_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "write_up_file" ADD CONSTRAINT "write_up_file_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "write_up_file" ADD CONSTRAINT "write_up_file_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
