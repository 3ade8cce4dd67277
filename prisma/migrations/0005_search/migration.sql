-- Search over all nouns: the same generated column and the same index for misspelt words everywhere.
ALTER TABLE "strategic_change" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
  to_tsvector('simple', 'SC-' || "number"::text) || setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', left("problem", 20000)), 'C')
) STORED;
CREATE INDEX "strategic_change_search_idx" ON "strategic_change" USING gin ("search");
CREATE INDEX "strategic_change_title_trgm_idx" ON "strategic_change" USING gin ("title" gin_trgm_ops);
CREATE INDEX "review_title_trgm_idx" ON "review" USING gin ("title" gin_trgm_ops);
