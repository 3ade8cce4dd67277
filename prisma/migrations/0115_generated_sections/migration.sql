-- By hand up to here: what must be there first.

-- CreateTable
CREATE TABLE "generated_section" (
    "review_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "seen" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "generated_section_pkey" PRIMARY KEY ("review_id","section")
);

-- AddForeignKey
ALTER TABLE "generated_section" ADD CONSTRAINT "generated_section_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.
