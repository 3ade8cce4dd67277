-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "action_item" ADD COLUMN     "asked_verifier_at" TIMESTAMPTZ(3),
ADD COLUMN     "asked_verifier_id" UUID;

-- CreateIndex
CREATE INDEX "action_item_asked_verifier_id_idx" ON "action_item"("asked_verifier_id");

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_asked_verifier_id_fkey" FOREIGN KEY ("asked_verifier_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
