-- All that counting the views of action items needs, so that it reads the index alone.
CREATE INDEX "action_item_open_counts_idx" ON "action_item" ("due_date", "status")
  INCLUDE ("incident_id", "owner_id", "review_id") WHERE "is_open";
