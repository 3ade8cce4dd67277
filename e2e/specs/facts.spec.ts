import { axeFindings } from "../fixtures/axe.ts";
import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { ReviewPage } from "../pages/review.ts";

const at = (clock: string) => `2026-11-20T${clock}:00Z`;

test("facts that change after the draft fill empty sections, and leave people's words to people", async ({
  person,
  open,
}) => {
  const [maya, farid] = [await person("member"), await person("facilitator")];
  const { incident, timeline, review } = maya.api;
  const { key } = await incident.create({
    title: `Uploads fail ${uniqueWord()}`,
    severity: 2,
    impactText: "No uploads.",
  });
  const addEvent = async (clock: string, kind: "impact_started" | "alert_fired" | "declared", title: string) =>
    timeline.add({ key, at: at(clock), precision: "minute", kind, title });
  const started = await addEvent("10:00", "impact_started", "Uploads fail");
  const alert = await addEvent("10:05", "alert_fired", "Upload errors above 20%");
  const declared = await addEvent("10:09", "declared", "Incident declared");
  await timeline.setMilestone({ key, name: "impact_started", eventId: started.id });
  await timeline.setMilestone({ key, name: "detected", eventId: alert.id });
  const { key: reviewKey } = await review.generate({ key, template: "standard" });

  const [hers, his] = [new ReviewPage(await open(maya)), new ReviewPage(await open(farid))];
  await hers.open(reviewKey);
  await his.open(reviewKey);
  await hers.text.getByText("The first signal was").click();
  await hers.page.keyboard.press("End");
  await hers.page.keyboard.type(" We were lucky.");
  await expect(his.text).toContainText("We were lucky.");

  await timeline.update({ key, id: alert.id, version: alert.version, at: at("10:07") });
  await timeline.setMilestone({ key, name: "declared", eventId: declared.id });

  const note = his.text.getByRole("note");
  await expect(note).toContainText("Facts changed: was 10:05 and 5, now 10:07 and 7.");
  await expect(his.text).toContainText("10:05 UTC");
  await note.getByRole("button", { name: "Use the new facts" }).click();
  await expect(his.text).toContainText("We were lucky.");
  for (const one of [his, hers]) {
    await expect(one.text.getByText("The first signal was")).toContainText("10:07 UTC");
    await expect(one.text.getByRole("note")).toHaveCount(0);
  }

  await his.page.getByText("The facts can now fill: Response").click();
  expect(await axeFindings(his.page)).toEqual([]);
  await his.page.getByRole("button", { name: "Update", exact: true }).click();
  await expect(hers.text).toContainText("The incident was declared at 10:09 UTC");
  await expect(his.page.getByText("The facts can now fill")).toHaveCount(0);
  await his.page
    .getByRole("status")
    .filter({ hasText: "sections updated" })
    .getByRole("button", { name: "Undo" })
    .press("Enter");
  await expect(hers.text).not.toContainText("The incident was declared at 10:09 UTC");
  await expect(his.page.getByText("Undone", { exact: true })).toBeVisible();
  await his.page.getByText("The facts can now fill: Response").click();
  await his.page.getByRole("button", { name: "Leave out" }).click();
  await expect(his.page.getByText("The facts can now fill")).toHaveCount(0);
  await his.page
    .getByRole("status")
    .filter({ hasText: "Section left out" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(his.page.getByText("The facts can now fill: Response")).toBeVisible();

  await his.page.getByRole("button", { name: "Update", exact: true }).click();
  const filled = hers.text.getByText("The incident was declared at 10:09 UTC");
  await filled.click();
  await hers.page.keyboard.press("End");
  await hers.page.keyboard.type(" By Maya.");
  await expect(his.text).toContainText("By Maya.");
  await his.page
    .getByRole("status")
    .filter({ hasText: "sections updated" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(his.page.getByText("Undone. Kept because it changed since: Response.")).toBeVisible();
  await expect(filled).toContainText("By Maya.");
});
