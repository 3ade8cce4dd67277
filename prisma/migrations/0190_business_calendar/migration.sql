-- By hand up to here: what must be there first.

-- CreateTable
CREATE TABLE "business_calendar" (
    "id" UUID NOT NULL,
    "team_id" UUID,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "working_days" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
    "country" TEXT,
    "region" TEXT,
    "closed_days" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "business_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "business_calendar_team_id_key" ON "business_calendar"("team_id");

-- AddForeignKey
ALTER TABLE "business_calendar" ADD CONSTRAINT "business_calendar_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

INSERT INTO "business_calendar" ("id") VALUES ('01920000-0000-7000-8000-0000000000c1');

-- One calendar of the organisation.
CREATE UNIQUE INDEX "business_calendar_organisation" ON "business_calendar" ((true)) WHERE "team_id" IS NULL;
