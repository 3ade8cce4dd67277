-- Every page asks whether demo data is loaded: without it the answer must not read whole tables.
CREATE INDEX "incident_demo_idx" ON "incident" ("id") WHERE "demo";
CREATE INDEX "review_demo_idx" ON "review" ("id") WHERE "demo";
CREATE INDEX "action_item_demo_idx" ON "action_item" ("id") WHERE "demo";
CREATE INDEX "strategic_change_demo_idx" ON "strategic_change" ("id") WHERE "demo";
