-- AlterTable
ALTER TABLE "document_client" ADD COLUMN     "generated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER;

-- AlterTable
ALTER TABLE "review_version" ADD COLUMN     "owners" JSONB;
