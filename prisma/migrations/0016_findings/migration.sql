-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "finding_kind" AS ENUM ('summary', 'impact', 'factor', 'action');

-- CreateEnum
CREATE TYPE "finding_state" AS ENUM ('waiting', 'accepted', 'dismissed');

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "kind" "finding_kind" NOT NULL,
    "identity" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "line" INTEGER NOT NULL,
    "file" TEXT,
    "position" INTEGER NOT NULL,
    "state" "finding_state" NOT NULL DEFAULT 'waiting',
    "action_key" TEXT,
    "factor_id" UUID,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "finding_import_id_idx" ON "finding"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_incident_id_identity_key" ON "finding"("incident_id", "identity");

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
