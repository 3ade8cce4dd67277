-- The built-in templates have tasks. Reviews keep their version.
INSERT INTO "template_version" ("slug", "number", "content", "note")
SELECT version."slug", version."number" + 1, jsonb_set(version."content", '{tasks}', own."tasks"), 'Has tasks'
FROM (VALUES
  ('quick', $json$[
    {"title":"Ask someone who was there to read the draft","who":{"role":"author"},"days":2,"after":"generated"}
  ]$json$::jsonb),
  ('standard', $json$[
    {"title":"Invite the people who were there","who":{"role":"facilitator"},"days":2,"after":"generated"},
    {"title":"Send the draft for comments","who":{"role":"author"},"days":-2,"after":"meeting"},
    {"title":"Hold the meeting","who":{"role":"facilitator"},"days":0,"after":"meeting"},
    {"title":"Agree on owners and dates of the actions","who":{"role":"owner"},"days":2,"after":"meeting"}
  ]$json$::jsonb),
  ('major', $json$[
    {"title":"Keep graphs and logs before they expire","who":{"role":"author"},"days":1,"after":"generated"},
    {"title":"Invite the people who were there","who":{"role":"facilitator"},"days":2,"after":"generated"},
    {"title":"Interview the people who were there","who":{"role":"facilitator"},"days":4,"after":"generated"},
    {"title":"Send the draft for comments","who":{"role":"author"},"days":-2,"after":"meeting"},
    {"title":"Hold the meeting","who":{"role":"facilitator"},"days":0,"after":"meeting"},
    {"title":"Agree on owners and dates of the actions","who":{"role":"owner"},"days":2,"after":"meeting"},
    {"title":"Pass on the summary for customers","who":{"role":"owner"},"days":1,"after":"published"}
  ]$json$::jsonb)
) AS own ("slug", "tasks")
JOIN "template_version" AS version ON version."slug" = own."slug"
WHERE version."number" = (SELECT max("number") FROM "template_version" WHERE "slug" = own."slug");
