-- The action that blocks another one becomes a relation, so there is one record of it.
CREATE TEMPORARY TABLE "blocked_by_action" AS
  SELECT "blocked_by_action_id" AS "from_id", "id" AS "to_id", "updated_at" AS "added_at"
  FROM "action_item" WHERE "blocked_by_action_id" IS NOT NULL;

ALTER TABLE "action_item" DROP CONSTRAINT "action_item_blocked_by_one";

-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "action_relation_kind" AS ENUM ('blocks', 'relates', 'duplicates');

-- DropForeignKey
ALTER TABLE "action_item" DROP CONSTRAINT "action_item_blocked_by_action_id_fkey";

-- DropIndex
DROP INDEX "action_item_blocked_by_action_id_idx";

-- AlterTable
ALTER TABLE "action_item" DROP COLUMN "blocked_by_action_id";

-- CreateTable
CREATE TABLE "action_relation" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "kind" "action_relation_kind" NOT NULL,
    "is_flag" BOOLEAN NOT NULL DEFAULT false,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "action_relation_pkey" PRIMARY KEY ("from_id","to_id","kind")
);

-- CreateTable
CREATE TABLE "action_check" (
    "id" UUID NOT NULL,
    "action_item_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "action_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "action_relation_to_id_idx" ON "action_relation"("to_id");

-- CreateIndex
CREATE INDEX "action_check_action_item_id_position_idx" ON "action_check"("action_item_id", "position");

-- AddForeignKey
ALTER TABLE "action_relation" ADD CONSTRAINT "action_relation_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_relation" ADD CONSTRAINT "action_relation_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_check" ADD CONSTRAINT "action_check_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

INSERT INTO "action_relation" ("from_id", "to_id", "kind", "is_flag", "added_at")
  SELECT "from_id", "to_id", 'blocks', true, "added_at" FROM "blocked_by_action";
DROP TABLE "blocked_by_action";

ALTER TABLE "action_item" ADD CONSTRAINT "action_item_blocked_by_one" CHECK (
  num_nonnulls("blocked_by_person_id", "blocked_by_team_id") <= CASE WHEN "blocked_reason" IS NULL THEN 0 ELSE 1 END
);
ALTER TABLE "action_relation"
  ADD CONSTRAINT "action_relation_of_two" CHECK ("from_id" <> "to_id" AND ("kind" <> 'relates' OR "from_id" < "to_id")),
  ADD CONSTRAINT "action_relation_flag" CHECK ("kind" = 'blocks' OR NOT "is_flag");
CREATE UNIQUE INDEX "action_relation_one_flag" ON "action_relation" ("to_id") WHERE "is_flag";

-- Steps, waivers and jobs clear the blocked flag too, so the database removes the relation that was its reason.
CREATE FUNCTION "clear_action_flag"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "action_relation" WHERE "to_id" = NEW."id" AND "is_flag";
  RETURN NULL;
END $$;
CREATE TRIGGER "action_flag_cleared" AFTER UPDATE OF "blocked_reason", "blocked_by_person_id", "blocked_by_team_id" ON "action_item"
  FOR EACH ROW WHEN (NEW."blocked_reason" IS NULL OR num_nonnulls(NEW."blocked_by_person_id", NEW."blocked_by_team_id") > 0)
  EXECUTE FUNCTION "clear_action_flag"();
