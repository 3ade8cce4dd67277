-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "ladder_rung" AS ENUM ('owner_before', 'owner_due', 'manager', 'tpm', 'parent_manager');

-- CreateEnum
CREATE TYPE "rung_outcome" AS ENUM ('told', 'missing', 'already_told', 'may_not_read', 'before_start');

-- CreateEnum
CREATE TYPE "rung_way" AS ENUM ('mail', 'digest');

-- CreateTable
CREATE TABLE "ladder_start" (
    "id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ladder_start_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_item_rung" (
    "id" UUID NOT NULL,
    "action_item_id" UUID NOT NULL,
    "due_date" DATE NOT NULL,
    "rung" "ladder_rung" NOT NULL,
    "outcome" "rung_outcome" NOT NULL,
    "way" "rung_way",
    "person_id" UUID,
    "third_move" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "action_item_rung_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rung_told" (
    "rung_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "digested_at" TIMESTAMPTZ(3),

    CONSTRAINT "rung_told_pkey" PRIMARY KEY ("rung_id","user_id")
);

-- CreateTable
CREATE TABLE "action_item_block" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "action_item_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until" DATE NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "action_item_block_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "action_item_rung_action_item_id_due_date_rung_key" ON "action_item_rung"("action_item_id", "due_date", "rung");

-- CreateIndex
CREATE INDEX "rung_told_user_id_digested_at_idx" ON "rung_told"("user_id", "digested_at");

-- CreateIndex
CREATE INDEX "action_item_block_action_item_id_idx" ON "action_item_block"("action_item_id");

-- AddForeignKey
ALTER TABLE "action_item_rung" ADD CONSTRAINT "action_item_rung_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item_rung" ADD CONSTRAINT "action_item_rung_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rung_told" ADD CONSTRAINT "rung_told_rung_id_fkey" FOREIGN KEY ("rung_id") REFERENCES "action_item_rung"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rung_told" ADD CONSTRAINT "rung_told_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item_block" ADD CONSTRAINT "action_item_block_action_item_id_fkey" FOREIGN KEY ("action_item_id") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

INSERT INTO "ladder_start" ("id") VALUES ('01920000-0000-7000-8000-0000000000c2');

-- Every way to block an action or to end a block is an update of its row.
CREATE FUNCTION "keep_action_item_block"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "action_item_block" SET "ended_at" = NEW."updated_at"
    WHERE "action_item_id" = NEW."id" AND "ended_at" IS NULL;
  IF NEW."blocked_until" IS NOT NULL THEN
    INSERT INTO "action_item_block" ("action_item_id", "from_at", "until")
      VALUES (NEW."id", NEW."updated_at", NEW."blocked_until");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "action_item_block_kept" AFTER UPDATE OF "blocked_until" ON "action_item"
  FOR EACH ROW WHEN (OLD."blocked_until" IS DISTINCT FROM NEW."blocked_until") EXECUTE FUNCTION "keep_action_item_block"();

INSERT INTO "action_item_block" ("action_item_id", "from_at", "until")
  SELECT "id", "updated_at", "blocked_until" FROM "action_item" WHERE "blocked_until" IS NOT NULL;
