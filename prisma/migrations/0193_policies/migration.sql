-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "action_item" ADD COLUMN     "due_from" DATE,
ADD COLUMN     "policy_edition" INTEGER;

-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "policy_edition" INTEGER;

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "due_from" DATE,
ADD COLUMN     "policy_edition" INTEGER;

-- CreateTable
CREATE TABLE "policy" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "service_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "team_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "severities" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "priorities" "action_priority"[] DEFAULT ARRAY[]::"action_priority"[],
    "values" JSONB NOT NULL DEFAULT '{}',
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_edition" (
    "number" SERIAL NOT NULL,
    "policy_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "service_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "team_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "severities" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "priorities" "action_priority"[] DEFAULT ARRAY[]::"action_priority"[],
    "values" JSONB NOT NULL,
    "archived" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_edition_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "policy_edition_policy_id_version_key" ON "policy_edition"("policy_id", "version");

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_edition" ADD CONSTRAINT "policy_edition_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

-- What was promised before keeps what was built in.
UPDATE "action_item" SET "policy_edition" = 0 WHERE "status" <> 'proposed';
UPDATE "action_item" a SET "due_from" = a."due_date" - CASE a."priority"
    WHEN 'P0' THEN 7
    WHEN 'P1' THEN CASE WHEN (SELECT i."highest_severity" FROM "incident" i WHERE i."id" = a."incident_id") = 1 THEN 15 ELSE 30 END
    ELSE 56 END
  WHERE a."due_basis" <> 'person';
UPDATE "review" r SET "policy_edition" = 0, "due_from" = least(
    greatest(i."resolved_at", i."created_at"), r."created_at")::date
  FROM "incident" i WHERE i."id" = r."incident_id" AND r."due_at" IS NOT NULL;
UPDATE "incident" SET "policy_edition" = 0;

CREATE FUNCTION incident_policy_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.policy_edition IS NULL THEN
    NEW.policy_edition := (SELECT coalesce(max(number), 0) FROM policy_edition);
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER incident_policy_edition BEFORE INSERT ON incident
  FOR EACH ROW EXECUTE FUNCTION incident_policy_edition();
