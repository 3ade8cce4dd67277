-- The decision that wrote the row, and what undoes it. Null for rows from before, and where it can't be undone.
ALTER TABLE "generated_section" ADD COLUMN "decision_id" UUID, ADD COLUMN "undo" JSONB;
