-- By hand up to here: what must be there first.

-- CreateEnum
CREATE TYPE "factor_relation_kind" AS ENUM ('made_possible', 'amplified', 'masked', 'mitigated');

-- CreateTable
CREATE TABLE "factor_relation" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "relation" "factor_relation_kind" NOT NULL,

    CONSTRAINT "factor_relation_pkey" PRIMARY KEY ("from_id","to_id","relation")
);

-- CreateTable
CREATE TABLE "factor_place" (
    "review_id" UUID NOT NULL,
    "box" TEXT NOT NULL,
    "x" DOUBLE PRECISION NOT NULL,
    "y" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "factor_place_pkey" PRIMARY KEY ("review_id","box")
);

-- CreateIndex
CREATE INDEX "factor_relation_to_id_idx" ON "factor_relation"("to_id");

-- AddForeignKey
ALTER TABLE "factor_relation" ADD CONSTRAINT "factor_relation_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "factor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_relation" ADD CONSTRAINT "factor_relation_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "factor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "factor_place" ADD CONSTRAINT "factor_place_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
