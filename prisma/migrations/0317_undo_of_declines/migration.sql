-- What a decline ended, for its undo. Null for other steps, for rows from before, and where it can't be undone.
ALTER TABLE "action_item_transition" ADD COLUMN "declined" JSONB;
