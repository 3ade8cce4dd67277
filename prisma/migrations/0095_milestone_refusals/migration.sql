-- Suggested milestones that a person refused, so that they are not suggested again.
-- CreateTable
CREATE TABLE "milestone_refusal" (
    "incident_id" UUID NOT NULL,
    "name" "milestone_name" NOT NULL,
    "event_id" UUID NOT NULL,
    "refused_by_id" UUID,
    "refused_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "milestone_refusal_pkey" PRIMARY KEY ("incident_id","name","event_id")
);

-- CreateIndex
CREATE INDEX "milestone_refusal_event_id_idx" ON "milestone_refusal"("event_id");

-- AddForeignKey
ALTER TABLE "milestone_refusal" ADD CONSTRAINT "milestone_refusal_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_refusal" ADD CONSTRAINT "milestone_refusal_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "timeline_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
