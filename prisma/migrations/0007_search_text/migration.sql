-- Which state of its document a review's search text was made from; null before the first time.
ALTER TABLE "review" ADD COLUMN "search_seq" BIGINT;
