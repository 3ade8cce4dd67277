-- A save that moves past promises changes what each was promised by that policy alone.
-- AlterTable
ALTER TABLE "policy_edition" ADD COLUMN "base" INTEGER;

-- DropIndex
DROP INDEX "policy_edition_policy_id_version_key";

-- CreateIndex
CREATE UNIQUE INDEX "policy_edition_policy_id_version_base_key" ON "policy_edition"("policy_id", "version", "base");

-- What is new follows the newest save.
CREATE OR REPLACE FUNCTION incident_policy_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.policy_edition IS NULL THEN
    NEW.policy_edition := (SELECT coalesce(max(number), 0) FROM policy_edition WHERE base IS NULL);
  END IF;
  RETURN NEW;
END $$;
