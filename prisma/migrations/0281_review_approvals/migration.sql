-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "approval_decision" AS ENUM ('approved', 'changes_asked');

-- CreateTable
CREATE TABLE "review_approval" (
    "review_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "decision" "approval_decision" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "number" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "words_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_approval_pkey" PRIMARY KEY ("review_id","user_id")
);

-- AddForeignKey
ALTER TABLE "review_approval" ADD CONSTRAINT "review_approval_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_approval" ADD CONSTRAINT "review_approval_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
