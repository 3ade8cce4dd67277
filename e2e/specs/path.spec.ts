import { readFileSync } from "node:fs";
import { NOTED_EVENTS, NOTES } from "../fixtures/notes.ts";
import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { ActionPage, proposeAction } from "../pages/action.ts";
import { choose } from "../pages/choose.ts";
import { ImportPage } from "../pages/import.ts";
import { IncidentPage } from "../pages/incident.ts";
import { tabTo } from "../pages/keyboard.ts";
import { keyIn } from "../pages/keys.ts";
import { ReviewPage } from "../pages/review.ts";
import { signIn } from "../pages/sign-in.ts";

test("an incident becomes a published review and a verified action", async ({ admin, person, open }) => {
  test.setTimeout(420_000);
  const [maya, farid, tove] = [await person("member"), await person("facilitator"), await person("tpm")];
  const word = uniqueWord();
  const service = `Payments ${word}`;
  await admin.service.create({ name: service });

  const page = await open(null);
  const incident = new IncidentPage(page);
  const imports = new ImportPage(page);
  const review = new ReviewPage(page);
  let incidentKey = "";
  let reviewKey = "";
  let actionKey = "";

  await test.step("1. sign in", async () => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/signin/);
    await signIn(page, maya);
    await expect(page).toHaveTitle(/My work/);
  });

  await test.step("2. an incident in four answers, found by its words", async () => {
    const title = `Card payments failing ${word}`;
    incidentKey = await incident.create({ title, severity: "SEV2", service, began: "4 Mar 2025 14:02 UTC" });
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Incidents" }).click();
    await page.getByRole("searchbox", { name: "Search incidents" }).fill(word);
    await expect(page.getByRole("row").filter({ hasText: incidentKey })).toContainText(service);
    await expect(page.getByRole("row").filter({ hasText: /INC-\d+/ })).toHaveCount(1);
    await page.getByRole("link", { name: title }).click();
    await expect(page).toHaveURL(new RegExp(`/incidents/${incidentKey}$`));
  });

  await test.step("3. notes are imported by preview, and never twice", async () => {
    await page.getByRole("link", { name: "Import events" }).first().click();
    await imports.paste(NOTES);
    await expect(imports.file("pasted.txt")).toContainText("Notes");
    await expect(imports.rows.getByRole("row").filter({ hasText: "25:99 isn't a time of day" })).toContainText(
      "line 9",
    );
    await expect(imports.rows).toContainText("rollback to payments 4.11 started");
    const before = await maya.api.timeline.list({ key: incidentKey });
    expect(before.total, "a preview writes nothing").toBe(0);
    await imports.commit(NOTED_EVENTS);
    await expect(incident.row("heartbeat of the queue worker")).toBeVisible();

    await imports.open(incidentKey);
    await imports.drop("scribe.md", "text/markdown", NOTES);
    await expect(imports.file("scribe.md")).toContainText("Notes");
    await expect(imports.rows).toContainText("Already known");
    await expect(page.getByText("These files contain nothing new")).toBeVisible();
    await page.getByRole("button", { name: "Remove scribe.md" }).click();
    await page.getByRole("navigation", { name: "Incident" }).getByRole("link", { name: "Timeline" }).click();
  });

  await test.step("4. the timeline is curated: pinned, hidden, and given its milestones", async () => {
    await incident.press("rollback to payments 4.11 started", "Pin as a key event");
    await expect(incident.row("rollback to payments 4.11 started")).toContainText("Pinned");
    await incident.press("heartbeat of the queue worker", "Hide as noise");
    await expect(incident.row("heartbeat of the queue worker")).toBeHidden();
    await incident.show("Hidden");
    await expect(incident.row("heartbeat of the queue worker")).toContainText("hidden");
    await incident.show("All");
    await page.getByRole("button", { name: /^Set all \d+ suggested$/ }).click();
    await expect(incident.row("customers started to see failed card payments")).toContainText("Impact started");
    await expect(incident.row("incident declared, SEV2")).toContainText("Declared");
    await expect(incident.row("rollback finished, error rate falls")).toContainText("Mitigated");
    await expect(incident.row("resolved: payments are back to normal")).toContainText("Resolved");
    await page.getByRole("button", { name: "Describe the customer impact" }).click();
    await page.getByRole("textbox", { name: "Impact" }).fill("One card payment in four failed for 14 minutes.");
    await page.getByRole("button", { name: "Save impact" }).click();
    await expect(page.getByRole("button", { name: "Edit the impact" })).toBeVisible();
  });

  await test.step("5. key times name both ends, and unknown times stay unknown", async () => {
    await incident.openFigures();
    await expect(incident.keyTimes).toContainText(/Time to mitigate\s*14\s*m/);
    await expect(incident.keyTimes).toContainText("impact started to mitigated");
    await expect(incident.keyTimes).toContainText(/Time to detect\s*3\s*m/);
    await expect(incident.keyTimes.getByRole("button", { name: "Add the time: acknowledged" })).toBeVisible();
  });

  await test.step("6. the review is generated, and states the facts", async () => {
    await page.getByRole("button", { name: "Generate review" }).click();
    const dialog = page.getByRole("dialog", { name: "Generate the review" });
    await expect(dialog.getByRole("radio", { name: /Standard, suggested/ })).toBeChecked();
    await dialog.getByRole("button", { name: "Generate draft" }).click();
    await expect(page).toHaveURL(/\/reviews\/REV-\d+$/);
    reviewKey = keyIn(page.url());
    await review.ready();
    await expect(review.text.getByRole("heading", { name: "Summary" })).toBeVisible();
    await expect(review.text).toContainText("Drafted from the records");
    await expect(review.text.getByRole("region", { name: /Live block: .*key times/i })).toContainText(/14\s*m/);
    await expect(review.text).toContainText("rollback to payments 4.11 started");
    await expect(review.text).not.toContainText("heartbeat of the queue worker");
  });

  const other = await open(farid);
  const theirs = new ReviewPage(other);
  const sentence = `The alarm watched the wrong queue ${word}.`;

  await test.step("7. two people write in one text and see each other", async () => {
    await theirs.open(reviewKey);
    await review.beginSection();
    await page.keyboard.type(sentence);
    await expect(review.saveState).toHaveText("Saved");
    await expect(theirs.text).toContainText(sentence);
    await expect(theirs.caretOf(maya.name)).toBeVisible();
    const sections = other.getByRole("navigation", { name: "Sections" });
    await expect(sections.getByRole("img", { name: maya.name })).toBeVisible();

    await theirs.here.getByRole("button", { name: `Follow ${maya.name}, in ` }).click();
    const following = other.getByRole("status").filter({ hasText: `Following ${maya.name}, in ` });
    await expect(following).toBeVisible();
    await other.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(theirs.caretOf(maya.name)).not.toBeInViewport();
    await page.keyboard.type(" ");
    await expect(theirs.caretOf(maya.name)).toBeInViewport();
    await page.keyboard.press("Backspace");

    await theirs.beginSection();
    await other.keyboard.type(`Support heard it first ${word}. See @heartbeat`);
    const cite = other.getByRole("listbox", { name: "Cite or mention" });
    await cite.getByRole("option", { name: /heartbeat of the queue worker/ }).click();
    await expect(following).toBeHidden();
    await expect(other.getByRole("status").filter({ hasText: `Stopped following ${maya.name}` })).toBeAttached();
    await expect(review.text).toContainText(`Support heard it first ${word}.`);
    await expect(review.text.getByRole("link", { name: /Evidence E\d+, heartbeat of the queue worker/ })).toBeVisible();
    await expect(review.caretOf(farid.name)).toBeVisible();
    await expect(review.here.getByRole("button", { name: `Follow ${farid.name}` })).toBeVisible();
    await expect(theirs.saveState).toHaveText("Saved");
  });

  await test.step("8. a comment on the text is answered and resolved", async () => {
    await other.getByText(sentence).dblclick();
    await other.getByRole("button", { name: "Comment", exact: true }).click();
    const asking = other.getByRole("dialog", { name: "Comment" });
    await asking.getByRole("textbox", { name: "Comment" }).fill(`Since when? ${word}`);
    await asking.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(asking).toBeHidden();
    const thread = review.comments.getByRole("article").filter({ hasText: `Since when? ${word}` });
    await expect(thread).toContainText(farid.name);
    await thread.getByRole("button", { name: "Reply" }).click();
    await thread.getByRole("textbox", { name: "Reply" }).fill("Since the move in January.");
    await thread.getByRole("button", { name: "Reply" }).click();
    await expect(theirs.comments).toContainText("Since the move in January.");
    await thread.getByRole("button", { name: "React" }).first().click();
    await page.getByRole("menuitem", { name: "Good point" }).click();
    const reaction = `Good point: ${maya.name}`;
    await expect(thread.getByRole("button", { name: reaction })).toHaveAttribute("aria-pressed", "true");
    await expect(theirs.comments.getByRole("button", { name: reaction })).toHaveAttribute("aria-pressed", "false");
    await choose(other, theirs.comments.getByRole("button", { name: "Assign" }), maya.name);
    await thread.getByRole("button", { name: "Mark as done" }).click();
    await expect(theirs.comments).toContainText(`Assigned to ${maya.name}, done`);
    await theirs.comments.getByRole("button", { name: "Resolve" }).click();
    await expect(review.comments.getByRole("button", { name: "1 resolved" })).toBeVisible();
    await expect(thread).toBeHidden();
  });

  await test.step("9a. factors with evidence; an action from a factor by one key", async () => {
    await page.getByText(sentence).click({ clickCount: 3 });
    await page.getByRole("button", { name: "New factor from this" }).click();
    const panel = page.getByRole("complementary", { name: "New factor" });
    await expect(panel.getByRole("combobox", { name: "Statement" })).toHaveValue(sentence);
    await panel.getByRole("combobox", { name: "Status" }).selectOption({ label: "Supported" });
    await panel.getByRole("button", { name: "Evidence for: Add evidence" }).click();
    await page.getByRole("combobox").last().fill("alert fired");
    await page.getByRole("option", { name: /alert fired: payment error rate/ }).click();
    await page.keyboard.press("Escape");
    await panel.getByRole("button", { name: "Add factor" }).click();
    const factor = review.factors.getByRole("listitem").filter({ hasText: sentence });
    await expect(factor.getByRole("link", { name: /^E\d+$/ })).toBeVisible();
    await expect(factor).toContainText("Not addressed yet");

    await factor.getByRole("button", { name: sentence }).focus();
    await page.keyboard.press("a");
    await expect(page.getByRole("dialog", { name: "Propose action" })).toContainText("Addresses a factor");
    const [title, doneWhen] = [`Watch the live queue ${word}`, "The alarm fires in a drill on the live queue."];
    actionKey = await proposeAction(page, { title, priority: "P1", owner: maya.name, doneWhen });
    await expect(factor.getByRole("link", { name: new RegExp(actionKey) })).toBeVisible();
  });

  await test.step("9b. the action is completed, and a second person verifies it", async () => {
    const action = new ActionPage(page);
    await action.open(actionKey);
    await action.step("Accept", "Accepted");
    await action.step("Start work", "In progress");
    await action.implement("https://example.com/drills/41: the alarm fired after 40 s");
    await expect(page.getByText("A second person verifies P0 and P1")).toBeVisible();

    const verifying = new ActionPage(other);
    await verifying.open(actionKey);
    const promised = other.getByRole("region", { name: "Done when, and what shows it" });
    await expect(promised).toContainText("The alarm fires in a drill on the live queue.");
    const proof = promised.getByRole("link", { name: "example.com/drills/41" });
    await expect(proof).toHaveAttribute("href", "https://example.com/drills/41");
    await promised.getByRole("button", { name: "Met", exact: true }).click();
    await other.getByRole("button", { name: "Verify", exact: true }).click();
    await expect(verifying.facts).toContainText("Verified");
    await expect(action.facts).toContainText("Verified");
  });

  await test.step("9c. a strategic change addresses the factor", async () => {
    await other.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Strategic changes" }).click();
    await other.getByRole("button", { name: "Change", exact: true }).click();
    const form = other.getByRole("dialog", { name: "Propose strategic change" });
    const title = `One catalogue of alarms ${word}`;
    await form.getByRole("textbox", { name: "Title" }).fill(title);
    await choose(other, form.getByRole("button", { name: /^Owner: / }), farid.name);
    await form.getByRole("button", { name: "Propose strategic change" }).click();
    await other.getByRole("button", { name: "Open" }).click();
    await expect(other.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const changeKey = keyIn(other.url());

    await other.getByRole("button", { name: "Link factors" }).click();
    const picker = other.getByRole("dialog", { name: "Link factors" });
    await choose(other, picker.getByRole("button", { name: /^Review: / }), word);
    await picker.getByRole("checkbox", { name: new RegExp(sentence) }).check();
    await picker.getByRole("button", { name: "Link factors" }).click();
    await expect(other.getByRole("link", { name: sentence })).toBeVisible();
    await other.getByRole("button", { name: /^Update/ }).click();
    const update = other.getByRole("form", { name: "Add health update" });
    await update.getByRole("radio", { name: /At risk/ }).check();
    await update.getByLabel("Progress").fill("Two teams wait for the catalogue's owner.");
    await update.getByRole("button", { name: /update/i }).click();
    await expect(other.getByText("Two teams wait for the catalogue's owner.")).toBeVisible();

    await review.open(reviewKey);
    await expect(review.factors.getByRole("link", { name: new RegExp(changeKey) })).toBeVisible();
  });

  await test.step("10a. gates: accepted drafts, a waiver with its reason", async () => {
    const accept = review.text.getByRole("button", { name: "Accept", exact: true });
    for (let left = await accept.count(); left > 0; left--) {
      await accept.first().click();
      await expect(accept).toHaveCount(left - 1);
    }
    await expect(review.saveState).toHaveText("Saved");
    await review.bar.getByRole("button", { name: "Send to review" }).click();
    await expect(review.bar.getByRole("button", { name: /gates? open/ })).toBeVisible();
    await expect(review.state).toHaveText("In review");

    const office = await open(tove);
    const hers = new ReviewPage(office);
    await hers.open(reviewKey);
    const gates = await hers.openGates();
    for (const gate of ["Review meeting held", "At least 2 contributing factors"]) {
      const line = gates.getByRole("listitem").filter({ hasText: gate });
      await line.getByRole("button", { name: "Waive gate" }).click();
      await line.getByRole("button", { name: "Waive gate" }).click();
      await expect(line.getByRole("textbox")).toHaveAccessibleDescription("Enter a reason");
      await line.getByRole("textbox").fill(`Talked through in the channel ${word}`);
      await line.getByRole("button", { name: "Waive gate" }).click();
      await expect(line).toContainText(`Waived by ${tove.name}: Talked through in the channel ${word}`);
      await expect(gates.getByRole("heading")).toBeFocused();
    }
  });

  await test.step("10b. reviewed by the facilitator, published by its author", async () => {
    await expect(review.bar.getByRole("button", { name: "Mark as reviewed" })).toBeHidden();
    await theirs.open(reviewKey);
    await theirs.bar.getByRole("button", { name: "Mark as reviewed" }).press("Enter");
    await expect(theirs.bar.getByRole("button", { name: "Publish" })).toBeFocused();
    await review.open(reviewKey);
    await review.bar.getByRole("button", { name: "Publish" }).click();
    await page
      .getByRole("dialog", { name: /^Publish REV-/ })
      .getByRole("button", { name: "Publish review" })
      .click();
    await expect(review.readerBar).toBeVisible();
    await expect(review.readerText).toContainText(sentence);
    await expect(review.text).toHaveCount(0);
  });

  await test.step("10c. exported as Markdown, and listed in the forum", async () => {
    await review.readerBar.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Export" }).click();
    const asked = page.getByRole("dialog", { name: "Export review" });
    await asked.getByLabel("Format").selectOption("Markdown");
    const download = page.waitForEvent("download");
    await asked.getByRole("button", { name: "Export review" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/\.md$/);
    const markdown = readFileSync(await file.path(), "utf8");
    expect(markdown).toContain(sentence);
    expect(markdown).toContain("rollback to payments 4.11 started");
    expect(markdown).toContain(actionKey);
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Forum" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Forum" })).toBeVisible();
    await page
      .getByRole("heading", { level: 3 })
      .getByRole("link", { name: new RegExp(word) })
      .click();
    await expect(page).toHaveURL(new RegExp(`/reviews/${reviewKey}$`));
    await expect(review.readerText).toContainText(sentence);
  });

  await test.step("10d. edited on by its author, above the version that readers see", async () => {
    await review.readerBar.getByRole("link", { name: "Edit" }).click();
    await review.ready();
    await expect(page.getByText(/Readers see version \d+, which is this text/)).toBeVisible();
    await page.getByRole("link", { name: "See what readers see" }).click();
    await expect(review.readerText).toContainText(sentence);
  });

  await test.step("10e. published again using only the keyboard", async () => {
    const { page: desk } = theirs;
    await desk.goto(`/reviews/${reviewKey}?as=draft`);
    await theirs.ready();
    await theirs.text.getByRole("paragraph").filter({ hasText: sentence }).click();
    await desk.keyboard.press("End");
    await desk.keyboard.type(" More is known now.");
    await tabTo(desk, desk.getByRole("button", { name: "Publish again" }));
    await desk.keyboard.press("Enter");
    await desk.getByRole("textbox", { name: "What changed" }).fill("More is known");
    await tabTo(desk, desk.getByRole("dialog").getByRole("button", { name: "Publish again" }));
    await desk.keyboard.press("Enter");
    await expect(theirs.readerText).toContainText("More is known now.");
    await expect(theirs.readerText).toContainText(": More is known");
  });
});
