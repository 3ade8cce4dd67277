-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "deadline_moment" AS ENUM ('before', 'passed');

-- AlterTable
ALTER TABLE "ladder_start" ADD COLUMN     "deadlines_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "deadline_reminder" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "moment" "deadline_moment" NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deadline_reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "deadline_reminder_incident_id_idx" ON "deadline_reminder"("incident_id");

-- AddForeignKey
ALTER TABLE "deadline_reminder" ADD CONSTRAINT "deadline_reminder_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_reminder" ADD CONSTRAINT "deadline_reminder_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
