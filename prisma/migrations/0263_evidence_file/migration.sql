-- By hand up to here: what must be there first.

-- AlterEnum
ALTER TYPE "action_evidence_kind" ADD VALUE 'file';

-- AlterTable
ALTER TABLE "action_evidence" ADD COLUMN     "file_hash" TEXT,
ADD COLUMN     "filename" TEXT;

-- CreateIndex
CREATE INDEX "action_evidence_file_hash_idx" ON "action_evidence"("file_hash");

-- AddForeignKey
ALTER TABLE "action_evidence" ADD CONSTRAINT "action_evidence_file_hash_fkey" FOREIGN KEY ("file_hash") REFERENCES "stored_file"("hash") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

-- As text, because the new value of the type can't be used in the transaction that adds it.
ALTER TABLE "action_evidence"
  DROP CONSTRAINT "action_evidence_part",
  ADD CONSTRAINT "action_evidence_part" CHECK (
    CASE "kind"::text
      WHEN 'event' THEN "url" IS NULL AND "text" IS NULL
      WHEN 'link' THEN length("url") > 0 AND "text" IS NULL
      WHEN 'change' THEN length("url") > 0 AND "text" IS NULL
      WHEN 'file' THEN length("filename") > 0 AND "url" IS NULL AND "text" IS NULL
      ELSE length(btrim("text")) > 0
    END
  );
