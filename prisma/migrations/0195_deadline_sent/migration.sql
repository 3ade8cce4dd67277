-- By hand up to here: what must be there first.

-- CreateTable
CREATE TABLE "deadline_sent" (
    "incident_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_by_id" UUID,

    CONSTRAINT "deadline_sent_pkey" PRIMARY KEY ("incident_id","key")
);

-- AddForeignKey
ALTER TABLE "deadline_sent" ADD CONSTRAINT "deadline_sent_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline_sent" ADD CONSTRAINT "deadline_sent_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
