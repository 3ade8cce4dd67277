-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "suggestion_status" AS ENUM ('open', 'accepted', 'rejected', 'withdrawn');

-- AlterEnum
ALTER TYPE "review_version_kind" ADD VALUE 'before_suggestions';

-- CreateTable
CREATE TABLE "suggestion" (
    "document_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "author_id" UUID,
    "status" "suggestion_status" NOT NULL DEFAULT 'open',
    "quote" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("document_id","id")
);

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document_head"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
