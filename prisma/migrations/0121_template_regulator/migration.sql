-- A template for reports to a regulator. It helps to have the text ready, and is no legal advice.
INSERT INTO "template" ("id", "slug", "name", "built_in") VALUES
  ('01920000-0000-7000-8000-000000000004', 'regulator', 'Report to a regulator', true);

INSERT INTO "template_version" ("slug", "number", "content") VALUES
  ('regulator', 1, $json${"use":"Initial, intermediate and final reports, such as under DORA or NIS2. Help with writing, not legal advice","sections":[
    {"key":"header","title":"Header","questions":[],"facts":[],"live":["header"],"requiredAt":null},
    {"key":"classification","title":"Classification","questions":["Which rules and authorities apply? Ask your legal or compliance team.","Which criteria does the incident meet, and when was that decided?","When does each report have to be sent?"],"facts":[],"live":[],"requiredAt":"in_review"},
    {"key":"initial_report","title":"Initial report","questions":["What happened, and when was it detected?","Which services and countries are affected?","Could an unlawful or malicious act be the cause, and could other countries be affected?"],"facts":["customer_summary","first_signal"],"live":[],"requiredAt":"in_review"},
    {"key":"intermediate_report","title":"Intermediate report","questions":["What is known now that the initial report didn’t say?","How many customers and transactions were affected: a number, a share, or an estimate?","What has been done so far, and is the service back to normal?"],"facts":["impact_length","impact_windows","mitigation_times","customer_updates"],"live":[],"requiredAt":"reviewed"},
    {"key":"final_report","title":"Final report","questions":["Which conditions made this possible, and which event started it?","What was done, and what will still be done, by when?","What did it cost: losses, people and hours?"],"facts":["trigger"],"live":[],"requiredAt":"published"},
    {"key":"impact","title":"Impact","questions":["What could customers not do, and what still worked?","Was any data lost, wrong or seen by others?"],"facts":["impact_from_files"],"live":["impact"],"requiredAt":null},
    {"key":"key_times","title":"Key times","questions":[],"facts":[],"live":["keyTimes"],"requiredAt":null},
    {"key":"timeline","title":"Timeline","questions":[],"facts":[],"live":["timeline"],"requiredAt":null},
    {"key":"factors","title":"Contributing factors","questions":["What else had to be true for this to happen, or to reach this size?","Which conditions were there long before and did no harm alone?"],"facts":[],"live":["factors"],"requiredAt":null},
    {"key":"actions","title":"Action items","questions":["What makes this class of incident less likely, or smaller?"],"facts":[],"live":["actions"],"requiredAt":null},
    {"key":"correspondence","title":"Contact with the authority","questions":["Which report was sent when, by whom, and under which reference?","What did the authority ask, and what was the reply?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"approvals","title":"Approvals and history","questions":[],"facts":[],"live":["approvals"],"requiredAt":null}
  ],"milestonesNeeded":["impact_started","detected","mitigated","resolved"],"factorsNeeded":1,"needsMeeting":false,"tasks":[
    {"title":"Send the initial report. Check which deadline applies","who":{"role":"owner"},"days":1,"after":"detected"},
    {"title":"Send the intermediate report. Check which deadline applies","who":{"role":"owner"},"days":4,"after":"detected"},
    {"title":"Send the final report. Check which deadline applies","who":{"role":"owner"},"days":30,"after":"detected"}
  ]}$json$);
