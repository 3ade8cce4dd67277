import { tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { IncidentPage } from "../pages/incident.ts";
import { awake } from "../pages/keyboard.ts";

test("two people curate one timeline at once, and neither loses a step", async ({ person, open }) => {
  const [maya, farid] = [await person("member"), await person("facilitator")];
  const { incidentKey } = await tellStory(maya);
  const [hers, his] = [await open(maya), await open(farid)];
  const [left, right] = [new IncidentPage(hers), new IncidentPage(his)];
  for (const page of [hers, his]) {
    await page.goto(`/incidents/${incidentKey}`);
    await awake(page);
  }
  const NOISE = "heartbeat of the queue worker";
  const ALERT = "alert fired: payment error rate";

  await test.step("what one does, the other sees without a reload", async () => {
    await left.press(ALERT, "Pin");
    await right.press(NOISE, "Hide");
    await expect(right.row(ALERT)).toContainText("Pinned");
    await expect(left.row(NOISE)).toBeHidden();
  });

  await test.step("both at the same moment, on different events", async () => {
    await Promise.all([left.press("rollback to payments 4.11", "Pin"), right.press("deploy of payments 4.12", "Pin")]);
    for (const side of [left, right]) {
      await expect(side.row("rollback to payments 4.11").first()).toContainText("Pinned");
      await expect(side.row("deploy of payments 4.12").first()).toContainText("Pinned");
    }
  });

  await test.step("undo takes back one's own step and no other", async () => {
    await hers.keyboard.press("ControlOrMeta+z");
    await expect(right.row("rollback to payments 4.11").first()).not.toContainText("Pinned");
    await expect(left.row("deploy of payments 4.12").first()).toContainText("Pinned");
    await expect(left.row(NOISE)).toBeHidden();
  });

  await test.step("the same field of one event: the later one is told, and may use theirs", async () => {
    const { items } = await maya.api.timeline.list({ key: incidentKey });
    const event = items.find(({ title }) => title.includes(ALERT));
    if (!event) throw new Error("the alert is not in the timeline");
    await hers.route(
      "**/api/rpc/timeline/update",
      async (route) => {
        await farid.api.timeline.update({
          key: incidentKey,
          id: event.id,
          version: event.version,
          title: `${ALERT}, seen by Farid`,
        });
        await route.continue();
      },
      { times: 1 },
    );
    await left.press(ALERT, "Hide");
    const told = hers.getByRole("alert").filter({ hasText: /changed E\d+ first/ });
    await expect(told).toBeVisible();
    await expect(left.row(`${ALERT}, seen by Farid`)).toBeVisible();
    await told.getByRole("button", { name: "Use mine" }).click();
    await expect(left.row(`${ALERT}, seen by Farid`)).toBeHidden();
    const after = (await maya.api.timeline.list({ key: incidentKey })).items.find(({ id }) => id === event.id);
    expect(after).toMatchObject({ hidden: true, title: `${ALERT}, seen by Farid` });
  });
});
