import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { awake } from "../pages/keyboard.ts";
import { ReviewPage } from "../pages/review.ts";

const WRITE_UP = `# Sign-in outage

## Summary

Sign-in failed for 52 minutes after a cache flush.

## Timeline 2017-01-26

- 21:52 UTC Customer impact started: nobody can sign in
- 21:55 UTC Alert SignInErrorRate fired
- 22:31 UTC Rollback finished
- 22:44 UTC Incident resolved

## Contributing factors

- The eviction policy was changed without a load test.

## Action items

- Add a session-loss alert
- [x] Restart the old cache nodes
`;

test("findings in an imported file are accepted, dismissed and restored", async ({ person, open }) => {
  const maya = await person("facilitator");
  const { key } = await maya.api.incident.create({ title: `Sign-in fails ${uniqueWord()}`, severity: 2 });
  await maya.api.import.create({ key, filename: "sign-in.md", content: WRITE_UP });
  const page = await open(maya);
  await page.goto(`/incidents/${key}`);
  await awake(page);
  const found = page.getByRole("region", { name: "Found in your files" });
  await expect(found).toContainText("Found in sign-in.md: 1 factor, 2 actions and a summary.");
  await found.getByRole("button", { name: "Show list" }).press("Enter");
  await expect(found.getByRole("checkbox", { name: /session-loss alert/ })).toBeChecked();
  await expect(found.getByRole("checkbox", { name: /Restart the old/ })).not.toBeChecked();
  await found.getByRole("checkbox", { name: /eviction policy/ }).press("Space");
  await found.getByRole("checkbox", { name: /Summary/ }).press("Space");
  await found.getByRole("button", { name: "Accept 1" }).click();
  await expect(found).toContainText("1 factor, 1 action and a summary.");
  await found.getByRole("button", { name: "Dismiss all" }).click();
  await expect(found).toBeHidden();
  await page.goto(`/incidents/${key}/import`);
  await awake(page);
  const settled = page.getByRole("region", { name: "Found in files" });
  await expect(settled.getByRole("link", { name: /^ACT-\d+$/ })).toBeVisible();
  await settled.getByRole("button", { name: /^Restore The eviction policy/ }).click();
  await page.goto(`/incidents/${key}`);
  await expect(found).toContainText("Found in sign-in.md: 1 factor.");
});

test("one dialog sets milestones, accepts findings and can be undone", async ({ person, open }) => {
  const maya = await person("facilitator");
  const { key } = await maya.api.incident.create({ title: `Sign-in fails ${uniqueWord()}`, severity: 2 });
  await maya.api.import.create({ key, filename: "sign-in.md", content: WRITE_UP });
  const page = await open(maya);
  await page.goto(`/incidents/${key}`);
  await awake(page);
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: `Generate the review of ${key}` });
  await expect(dialog.getByRole("checkbox", { name: /^Resolved/ })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: /Restart the old/ })).not.toBeChecked();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page).toHaveURL(/\/reviews\/REV-\d+$/);
  const review = new ReviewPage(page);
  await review.ready();
  await expect(review.text).toContainText("Sign-in failed for 52 minutes after a cache flush.");
  await expect(page.getByRole("navigation", { name: "Sections" })).toContainText("0 of");
  await page.getByRole("button", { name: "Undo all" }).click();
  await expect(page).toHaveURL(new RegExp(`/incidents/${key}$`));
  await expect(page.getByRole("region", { name: "Found in your files" })).toContainText("2 actions");
  await expect(page.getByRole("button", { name: "Status: Open" })).toBeVisible();
});

test("a milestone that someone else has set since the dialog opened isn't in the way", async ({ person, open }) => {
  const maya = await person("facilitator");
  const { key } = await maya.api.incident.create({ title: `Sign-in fails ${uniqueWord()}`, severity: 2 });
  await maya.api.import.create({ key, filename: "sign-in.md", content: WRITE_UP });
  const page = await open(maya);
  await page.route("**/api/changes*", (route) => route.abort());
  await page.goto(`/incidents/${key}`);
  await awake(page);
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: `Generate the review of ${key}` });
  await expect(dialog.getByRole("checkbox", { name: /^Resolved/ })).toBeChecked();
  const { suggestions } = await maya.api.timeline.metrics({ key });
  const resolved = suggestions.find(({ name }) => name === "resolved");
  await maya.api.timeline.setMilestone({ key, name: "resolved", eventId: resolved?.eventId ?? "" });
  await dialog.getByRole("button", { name: "Generate draft" }).click();
  await expect(page).toHaveURL(/\/reviews\/REV-\d+$/);
});
