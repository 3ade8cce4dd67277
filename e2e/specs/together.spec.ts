import { tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { IncidentPage } from "../pages/incident.ts";
import { awake } from "../pages/keyboard.ts";

test("two people curate one timeline at the same time, and neither loses a step", async ({ person, open }) => {
  const [maya, farid] = [await person("member"), await person("facilitator")];
  const { incidentKey } = await tellStory(maya);
  const [hers, his] = [await open(maya), await open(farid)];
  const [left, right] = [new IncidentPage(hers), new IncidentPage(his)];
  // The first stream of changes is rejected, as when a server restarts behind a proxy: the page opens another.
  await hers.route("**/api/changes*", (route) => route.fulfill({ status: 503 }), { times: 1 });
  for (const page of [hers, his]) {
    await page.goto(`/incidents/${incidentKey}`);
    await awake(page);
  }
  const NOISE = "heartbeat of the queue worker";
  const ALERT = "alert fired: payment error rate";

  await test.step("a change by one person appears for the other without a reload", async () => {
    await left.press(ALERT, "Pin");
    await right.press(NOISE, "Hide");
    await expect(right.row(NOISE)).toBeHidden();
    await expect(right.row(ALERT)).toContainText("Pinned");
    await expect(left.row(NOISE)).toBeHidden();
  });

  await test.step("each sees that the other is here, and what they have open", async () => {
    const first = (person: { name: string }) => person.name.split(" ")[0];
    await expect(hers.getByText(`${first(farid)} is here`)).toBeVisible();
    await expect(his.getByText(`${first(maya)} is here`)).toBeVisible();
    await left
      .row(ALERT)
      .getByRole("button", { name: new RegExp(ALERT) })
      .click();
    await hers.keyboard.press("e");
    await expect(right.row(ALERT)).toContainText(`${first(maya)}, editing`);
    await expect(left.row(ALERT)).not.toContainText("editing");
    // The first click leaves the field, the second closes the editor.
    await hers.keyboard.press("Escape");
    await hers.keyboard.press("Escape");
    await expect(right.row(ALERT)).not.toContainText("editing");
  });

  await test.step("V says that an event was compared with its source, and undo removes that", async () => {
    await left
      .row(ALERT)
      .getByRole("button", { name: new RegExp(ALERT) })
      .click();
    await hers.keyboard.press("v");
    await expect(right.row(ALERT)).toContainText("Verified");
    await hers.keyboard.press("ControlOrMeta+z");
    await expect(right.row(ALERT)).not.toContainText("Verified");
    await hers.keyboard.press("Escape");
  });

  await test.step("both at the same moment, on different events", async () => {
    await Promise.all([left.press("rollback to payments 4.11", "Pin"), right.press("deploy of payments 4.12", "Pin")]);
    for (const side of [left, right]) {
      await expect(side.row("rollback to payments 4.11").first()).toContainText("Pinned");
      await expect(side.row("deploy of payments 4.12").first()).toContainText("Pinned");
    }
  });

  await test.step("undo only affects a person's own steps", async () => {
    await hers.keyboard.press("ControlOrMeta+z");
    await expect(right.row("rollback to payments 4.11").first()).not.toContainText("Pinned");
    await expect(left.row("deploy of payments 4.12").first()).toContainText("Pinned");
    await expect(left.row(NOISE)).toBeHidden();
  });

  const alert = async (words = "alert fired") => {
    const { items } = await maya.api.timeline.list({ key: incidentKey });
    const found = items.find(({ title }) => title.includes(words));
    if (!found) throw new Error("the alert is not in the timeline");
    return found;
  };
  /** The next change that her browser sends arrives after one of his. */
  const hisComesFirst = async (fields: { title: string }) => {
    const { id, version } = await alert();
    await hers.route(
      "**/api/rpc/timeline/update",
      async (route) => {
        await farid.api.timeline.update({ key: incidentKey, id, version, ...fields });
        await route.continue();
      },
      { times: 1 },
    );
  };

  await test.step("different fields of one event: both are kept, and no one is asked", async () => {
    await hisComesFirst({ title: `${ALERT}, seen by Farid` });
    await left.press(ALERT, "Unpin");
    await expect(left.row(`${ALERT}, seen by Farid`)).not.toContainText("Pinned");
    await expect.poll(() => alert()).toMatchObject({ pinned: false, title: `${ALERT}, seen by Farid` });
  });

  await test.step("the same field: the first one is saved, and the later one can use hers", async () => {
    await hisComesFirst({ title: "His words" });
    await left
      .row(ALERT)
      .getByRole("button", { name: new RegExp(ALERT) })
      .click();
    await hers.keyboard.press("e");
    const title = hers.getByRole("textbox", { name: "What happened" });
    await title.fill("Her words");
    await title.press("Enter");
    const told = hers.getByRole("alert").filter({ hasText: /E\d+ changed while you were editing/ });
    await expect(told).toBeVisible();
    await expect(left.row("His words")).toBeVisible();
    await expect(right.row("His words")).toBeVisible();
    await told.getByRole("button", { name: "Keep my version" }).click();
    await expect(right.row("Her words")).toBeVisible();
  });

  await test.step("a person who is typing when the other saves sees both versions before anything is overwritten", async () => {
    const title = hers.getByRole("textbox", { name: "What happened" });
    await title.fill("Typed meanwhile");
    const { id, version } = await alert("Her words");
    await farid.api.timeline.update({ key: incidentKey, id, version, title: "Saved meanwhile" });
    await expect(left.row("Saved meanwhile")).toBeVisible();
    await expect(title).toHaveValue("Typed meanwhile");
    await title.press("Enter");
    const told = hers
      .getByRole("alert")
      .filter({ hasText: "Title is now “Saved meanwhile”, you wrote “Typed meanwhile”" });
    await expect(told).toBeVisible();
    await expect.poll(() => alert("meanwhile")).toMatchObject({ title: "Saved meanwhile" });
    await told.getByRole("button", { name: "Keep my version" }).click();
    await expect(right.row("Typed meanwhile")).toBeVisible();
  });

  await test.step("a rejected change leaves no step to undo, but a change that is used anyway leaves one", async () => {
    await hers.keyboard.press("ControlOrMeta+z");
    await expect(right.row("Saved meanwhile")).toBeVisible();
    await expect(hers.getByRole("alert").filter({ hasText: "changed while you were editing" })).toBeHidden();
  });

  await test.step("Esc undoes what was typed into a text", async () => {
    const title = hers.getByRole("textbox", { name: "What happened" });
    await title.fill("Never meant");
    await title.press("Escape");
    await expect(title).toHaveValue("Saved meanwhile");
    await expect.poll(() => alert("meanwhile")).toMatchObject({ title: "Saved meanwhile" });
  });

  await test.step("a person who leaves is no longer shown", async () => {
    await his.close();
    await expect(hers.getByText("is here")).toBeHidden();
  });
});
