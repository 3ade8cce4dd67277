-- By hand up to here: what must be there first.

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "template_number" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "template" TYPE TEXT USING "template"::text;

-- DropEnum
DROP TYPE "review_template";

-- CreateTable
CREATE TABLE "template" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" CITEXT NOT NULL,
    "built_in" BOOLEAN NOT NULL DEFAULT false,
    "draft" JSONB,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template_version" (
    "slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "published_by_id" UUID,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "template_version_pkey" PRIMARY KEY ("slug","number")
);

-- CreateTable
CREATE TABLE "review_template_choice" (
    "review_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "decided_for" INTEGER NOT NULL,

    CONSTRAINT "review_template_choice_pkey" PRIMARY KEY ("review_id","section")
);

-- CreateIndex
CREATE UNIQUE INDEX "template_slug_key" ON "template"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "template_name_key" ON "template"("name");

-- CreateIndex
CREATE INDEX "review_template_template_number_idx" ON "review"("template", "template_number");

-- AddForeignKey
ALTER TABLE "template" ADD CONSTRAINT "template_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_version" ADD CONSTRAINT "template_version_slug_fkey" FOREIGN KEY ("slug") REFERENCES "template"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_version" ADD CONSTRAINT "template_version_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_template_choice" ADD CONSTRAINT "review_template_choice_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_template_choice" ADD CONSTRAINT "review_template_choice_template_number_fkey" FOREIGN KEY ("template", "number") REFERENCES "template_version"("slug", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what the schema language cannot say.

-- The built-in templates. Existing reviews are of their first version.
INSERT INTO "template" ("id", "slug", "name", "built_in") VALUES
  ('01920000-0000-7000-8000-000000000001', 'quick', 'Quick', true),
  ('01920000-0000-7000-8000-000000000002', 'standard', 'Standard', true),
  ('01920000-0000-7000-8000-000000000003', 'major', 'Major', true);

INSERT INTO "template_version" ("slug", "number", "content") VALUES
  ('quick', 1, $json${"use":"SEV3 and SEV4, near misses, drills: 20 to 30 minutes of writing","sections":[
    {"key":"header","title":"Header","questions":[],"facts":[],"live":["header"],"requiredAt":null},
    {"key":"summary","title":"Summary","questions":["What did customers see, when did it start, and how long did it last?","How did it end?","What is the one thing worth remembering?"],"facts":["summary"],"live":[],"requiredAt":null},
    {"key":"impact","title":"Impact","questions":["What could customers not do, and what still worked?","How many were affected: a number, a share, or unknown?","Was any data lost or wrong?","What did it cost us: people, hours, postponed work?"],"facts":["impact_from_files","impact_length","impact_windows"],"live":["impact"],"requiredAt":null},
    {"key":"key_times","title":"Key times","questions":[],"facts":[],"live":["keyTimes"],"requiredAt":null},
    {"key":"roles","title":"Roles","questions":[],"facts":[],"live":["roles"],"requiredAt":null},
    {"key":"timeline","title":"Timeline","questions":[],"facts":[],"live":["timeline"],"requiredAt":null},
    {"key":"trigger","title":"Trigger","questions":["Which change or event came just before the impact?","If none was found: where did we look?","What made the change look safe at the time?"],"facts":["trigger"],"live":[],"requiredAt":null},
    {"key":"factors","title":"Contributing factors","questions":["What else had to be true for this to happen, or to reach this size?","Which conditions were there long before and did no harm alone?","Where else does this condition exist?"],"facts":[],"live":["factors"],"requiredAt":null},
    {"key":"went_well","title":"What went well","questions":["What limited the harm: a control, a habit, someone’s quick adaptation?","How does this usually go right, and what do people do every day for it?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"luck","title":"Where luck helped","questions":["What could have made this much worse?","What did we rely on that we do not own?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"actions","title":"Action items","questions":["What could we do so that this class of incident is less likely, or smaller?","Which three matter most?","How will someone else see that it is done?"],"facts":[],"live":["actions"],"requiredAt":null}
  ],"milestonesNeeded":["impact_started","detected","mitigated","resolved"],"factorsNeeded":1,"needsMeeting":false,"tasks":[]}$json$),
  ('standard', 1, $json${"use":"SEV2 and anything that needs a meeting: 2 to 4 hours for several people","sections":[
    {"key":"header","title":"Header","questions":[],"facts":[],"live":["header"],"requiredAt":null},
    {"key":"summary","title":"Summary","questions":["What did customers see, when did it start, and how long did it last?","How did it end?","What is the one thing worth remembering?"],"facts":["summary"],"live":[],"requiredAt":null},
    {"key":"impact","title":"Impact","questions":["What could customers not do, and what still worked?","How many were affected: a number, a share, or unknown?","Was any data lost or wrong?","What did it cost us: people, hours, postponed work?"],"facts":["impact_from_files","impact_length","impact_windows"],"live":["impact"],"requiredAt":null},
    {"key":"key_times","title":"Key times","questions":[],"facts":[],"live":["keyTimes"],"requiredAt":null},
    {"key":"roles","title":"Roles","questions":[],"facts":[],"live":["roles"],"requiredAt":null},
    {"key":"timeline","title":"Timeline","questions":[],"facts":[],"live":["timeline"],"requiredAt":null},
    {"key":"detection","title":"Detection","questions":["Which signal was there first, and what made it seem off?","What was being watched and stayed silent?","What would have halved the time to notice?"],"facts":["first_signal","paging"],"live":[],"requiredAt":null},
    {"key":"response","title":"Response","questions":["What were people looking at, and what did they expect to see?","Which explanations were tried, and what changed each time?","What was missing or delayed: people, access, information?"],"facts":["responders","response_steps"],"live":[],"requiredAt":null},
    {"key":"mitigation","title":"Mitigation and recovery","questions":["Which options were seen, and what brought the team to this one?","What made the rollback easy or hard?","What would have halved the time to mitigate?"],"facts":["mitigation_times","mitigation_steps"],"live":[],"requiredAt":null},
    {"key":"communication","title":"Communication","questions":["What did customers hear, when, and through what?","What did support and managers need to know that they did not get?"],"facts":["customer_updates"],"live":[],"requiredAt":null},
    {"key":"trigger","title":"Trigger","questions":["Which change or event came just before the impact?","If none was found: where did we look?","What made the change look safe at the time?"],"facts":["trigger"],"live":[],"requiredAt":null},
    {"key":"factors","title":"Contributing factors","questions":["What else had to be true for this to happen, or to reach this size?","Which conditions were there long before and did no harm alone?","Where else does this condition exist?"],"facts":[],"live":["factors"],"requiredAt":null},
    {"key":"went_well","title":"What went well","questions":["What limited the harm: a control, a habit, someone’s quick adaptation?","How does this usually go right, and what do people do every day for it?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"was_hard","title":"What was hard","questions":["What was slow or hard to reach: tools, access, information?","What did the screen invite people to do?","How did time pressure shape the choices?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"luck","title":"Where luck helped","questions":["What could have made this much worse?","What did we rely on that we do not own?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"surprises","title":"Surprises","questions":["What differed from what people expected, and for whom?","What did we believe about the system until then?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"backlog","title":"Backlog check","questions":["Which known work would have changed this?","How was it weighed when it was postponed?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"recurrence","title":"Recurrence","questions":["Which earlier incidents share a factor with this one?","What happened to their actions?","Does growth make it more likely?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"lessons","title":"Lessons","questions":["How many of us knew this before today?","What can another team reuse as it is?","What will people do differently?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"actions","title":"Action items","questions":["What could we do so that this class of incident is less likely, or smaller?","Which three matter most?","How will someone else see that it is done?"],"facts":[],"live":["actions"],"requiredAt":null},
    {"key":"questions","title":"Open questions","questions":["What is still unknown, and how could you find out?"],"facts":["questions_asked"],"live":[],"requiredAt":null},
    {"key":"meeting","title":"Meeting notes","questions":["What was decided, and what was disagreed about?","What did people learn?"],"facts":[],"live":["attendance"],"requiredAt":null},
    {"key":"approvals","title":"Approvals and history","questions":[],"facts":[],"live":["approvals"],"requiredAt":null}
  ],"milestonesNeeded":["impact_started","detected","mitigated","resolved","declared"],"factorsNeeded":2,"needsMeeting":true,"tasks":[]}$json$),
  ('major', 1, $json${"use":"SEV1, data loss, security: interviews first, 1 to 3 days","sections":[
    {"key":"header","title":"Header","questions":[],"facts":[],"live":["header"],"requiredAt":null},
    {"key":"summary","title":"Summary","questions":["What did customers see, when did it start, and how long did it last?","How did it end?","What is the one thing worth remembering?"],"facts":["summary"],"live":[],"requiredAt":null},
    {"key":"impact","title":"Impact","questions":["What could customers not do, and what still worked?","How many were affected: a number, a share, or unknown?","Was any data lost or wrong?","What did it cost us: people, hours, postponed work?"],"facts":["impact_from_files","impact_length","impact_windows"],"live":["impact"],"requiredAt":null},
    {"key":"key_times","title":"Key times","questions":[],"facts":[],"live":["keyTimes"],"requiredAt":null},
    {"key":"roles","title":"Roles","questions":[],"facts":[],"live":["roles"],"requiredAt":null},
    {"key":"timeline","title":"Timeline","questions":[],"facts":[],"live":["timeline"],"requiredAt":null},
    {"key":"detection","title":"Detection","questions":["Which signal was there first, and what made it seem off?","What was being watched and stayed silent?","What would have halved the time to notice?"],"facts":["first_signal","paging"],"live":[],"requiredAt":null},
    {"key":"response","title":"Response","questions":["What were people looking at, and what did they expect to see?","Which explanations were tried, and what changed each time?","What was missing or delayed: people, access, information?"],"facts":["responders","response_steps"],"live":[],"requiredAt":null},
    {"key":"mitigation","title":"Mitigation and recovery","questions":["Which options were seen, and what brought the team to this one?","What made the rollback easy or hard?","What would have halved the time to mitigate?"],"facts":["mitigation_times","mitigation_steps"],"live":[],"requiredAt":null},
    {"key":"communication","title":"Communication","questions":["What did customers hear, when, and through what?","What did support and managers need to know that they did not get?"],"facts":["customer_updates"],"live":[],"requiredAt":null},
    {"key":"trigger","title":"Trigger","questions":["Which change or event came just before the impact?","If none was found: where did we look?","What made the change look safe at the time?"],"facts":["trigger"],"live":[],"requiredAt":null},
    {"key":"factors","title":"Contributing factors","questions":["What else had to be true for this to happen, or to reach this size?","Which conditions were there long before and did no harm alone?","Where else does this condition exist?"],"facts":[],"live":["factors"],"requiredAt":null},
    {"key":"went_well","title":"What went well","questions":["What limited the harm: a control, a habit, someone’s quick adaptation?","How does this usually go right, and what do people do every day for it?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"was_hard","title":"What was hard","questions":["What was slow or hard to reach: tools, access, information?","What did the screen invite people to do?","How did time pressure shape the choices?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"luck","title":"Where luck helped","questions":["What could have made this much worse?","What did we rely on that we do not own?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"surprises","title":"Surprises","questions":["What differed from what people expected, and for whom?","What did we believe about the system until then?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"backlog","title":"Backlog check","questions":["Which known work would have changed this?","How was it weighed when it was postponed?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"recurrence","title":"Recurrence","questions":["Which earlier incidents share a factor with this one?","What happened to their actions?","Does growth make it more likely?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"lessons","title":"Lessons","questions":["How many of us knew this before today?","What can another team reuse as it is?","What will people do differently?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"actions","title":"Action items","questions":["What could we do so that this class of incident is less likely, or smaller?","Which three matter most?","How will someone else see that it is done?"],"facts":[],"live":["actions"],"requiredAt":null},
    {"key":"changes","title":"Strategic changes","questions":["What is too large for one team and one quarter?","Which small fixes point to one larger change?"],"facts":[],"live":["changes"],"requiredAt":null},
    {"key":"risks","title":"Risks","questions":["What remains possible after the actions are done?","Which strokes of luck or long-standing conditions belong in the register?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"questions","title":"Open questions","questions":["What is still unknown, and how could you find out?"],"facts":["questions_asked"],"live":[],"requiredAt":null},
    {"key":"glossary","title":"Glossary","questions":["Which names and terms would a reader from another team not know?"],"facts":["services"],"live":[],"requiredAt":null},
    {"key":"evidence","title":"Evidence appendix","questions":["Which graphs, queries, logs or transcripts support what is written above?"],"facts":[],"live":[],"requiredAt":null},
    {"key":"external","title":"External summary","questions":["What happened, in words a customer can use?","What are we doing so that it is less likely?"],"facts":["customer_summary"],"live":[],"requiredAt":null},
    {"key":"meeting","title":"Meeting notes","questions":["What was decided, and what was disagreed about?","What did people learn?"],"facts":[],"live":["attendance"],"requiredAt":null},
    {"key":"approvals","title":"Approvals and history","questions":[],"facts":[],"live":["approvals"],"requiredAt":null}
  ],"milestonesNeeded":["impact_started","detected","mitigated","resolved","declared"],"factorsNeeded":2,"needsMeeting":true,"tasks":[]}$json$);

ALTER TABLE "review" ADD CONSTRAINT "review_template_template_number_fkey" FOREIGN KEY ("template", "template_number") REFERENCES "template_version"("slug", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
