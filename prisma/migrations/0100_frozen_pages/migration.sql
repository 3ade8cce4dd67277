-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "published_threads" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "review_version" ADD COLUMN     "facts" JSONB;

-- AlterTable
ALTER TABLE "comment_thread" ADD COLUMN     "on_version" INTEGER;

-- By hand from here: what the schema language cannot say.

-- Until now, readers saw the threads whose quoted words were in the published text. They keep those.
UPDATE "comment_thread" t SET "on_version" = r.published_number FROM "review" r
WHERE r.id = t.review_id AND r.published_number IS NOT NULL
  AND strpos(regexp_replace(r.published_text, '[[:space:]]+', ' ', 'g'),
    btrim(regexp_replace(t.quote, '[[:space:]]+', ' ', 'g'))) > 0;
