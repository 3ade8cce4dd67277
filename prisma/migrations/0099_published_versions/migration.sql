-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "draft_title" TEXT,
ADD COLUMN     "published_number" INTEGER,
ADD COLUMN     "published_text" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "review_version" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "published_at" TIMESTAMPTZ(3),
ADD COLUMN     "published_by_id" UUID,
ADD COLUMN     "title" TEXT NOT NULL DEFAULT '';

-- By hand from here: what the schema language cannot say.

-- Until now, a version of status published was what readers saw. Nothing of a published review could be edited, so its
-- title and search text are those of the version.
UPDATE "review_version" v SET "title" = r.title,
  "published_at" = CASE WHEN v.kind = 'status' AND v.status = 'published' THEN v.created_at END,
  "published_by_id" = CASE WHEN v.kind = 'status' AND v.status = 'published' THEN v.created_by_id END
FROM "review" r WHERE r.id = v.review_id;
UPDATE "review" r SET "published_number" = v.number
FROM (SELECT "review_id", max("number") AS number FROM "review_version" WHERE "published_at" IS NOT NULL GROUP BY "review_id") v
WHERE v.review_id = r.id;
UPDATE "review" r SET "published_text" = concat_ws(E'\n', r.search_text, (
  SELECT string_agg(f.statement || E'\n' || f.detail, E'\n') FROM "factor" f WHERE f.review_id = r.id AND f.removed_at IS NULL
)) WHERE r.status IN ('published', 'closed');

ALTER TABLE "review"
  ADD CONSTRAINT "review_published_version" CHECK ("status" NOT IN ('published', 'closed') OR "published_number" IS NOT NULL),
  ADD COLUMN "published_search" tsvector GENERATED ALWAYS AS (
    to_tsvector('simple', 'REV-' || "number"::text) || setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', left("published_text", 200000)), 'C')
  ) STORED;
CREATE INDEX "review_published_search_idx" ON "review" USING gin ("published_search");
