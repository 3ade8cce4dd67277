-- Words inside of factors and comments, and misspelt words inside of events, factors and comments.
ALTER TABLE "factor" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('english', "statement"), 'A') || setweight(to_tsvector('english', left("detail", 20000)), 'C')
) STORED;
CREATE INDEX "factor_search_idx" ON "factor" USING gin ("search");
CREATE INDEX "factor_statement_trgm_idx" ON "factor" USING gin ("statement" gin_trgm_ops);
ALTER TABLE "comment" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (to_tsvector('english', left("body", 20000))) STORED;
CREATE INDEX "comment_search_idx" ON "comment" USING gin ("search");
CREATE INDEX "comment_body_trgm_idx" ON "comment" USING gin ("body" gin_trgm_ops);
CREATE INDEX "timeline_event_title_trgm_idx" ON "timeline_event" USING gin ("title" gin_trgm_ops);
