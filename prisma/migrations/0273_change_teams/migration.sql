-- By hand up to here: what must be there first.

-- CreateTable
CREATE TABLE "strategic_change_team" (
    "change_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "strategic_change_team_pkey" PRIMARY KEY ("change_id","team_id")
);

-- CreateIndex
CREATE INDEX "strategic_change_team_team_id_idx" ON "strategic_change_team"("team_id");

-- AddForeignKey
ALTER TABLE "strategic_change_team" ADD CONSTRAINT "strategic_change_team_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "strategic_change"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategic_change_team" ADD CONSTRAINT "strategic_change_team_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
