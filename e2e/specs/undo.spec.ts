import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { awake } from "../pages/keyboard.ts";

const STATUSES = ["Proposed", "Blocked", "In progress"];

test("declines are undone, of one action and of several that have left the list", async ({ person, open }) => {
  const [tove, maya] = [await person("tpm"), await person("member")];
  const word = uniqueWord();
  const make = (title: string) =>
    tove.api.actionItem.create({ type: "repair", priority: "P2", ownerId: maya.id, title: `${title} ${word}` });
  const step = (row: { key: string; version: number }, to: "accepted" | "in_progress") =>
    maya.api.actionItem.transition({ key: row.key, version: row.version, to });
  await make("Replace the disk");
  const blocked = await step(await make("Move the host"), "accepted");
  await maya.api.actionItem.update({ key: blocked.key, version: blocked.version, blockedReason: "No rack is free" });
  await step(await make("Test the restore"), "in_progress");
  const page = await open(tove);
  const { keyboard } = page;
  const rows = page.getByRole("row").filter({ hasText: word });
  const isShown = async () => {
    await expect(rows).toHaveCount(STATUSES.length);
    for (const status of STATUSES) await expect(rows.filter({ hasText: status })).toHaveCount(1);
  };
  const decline = async () => {
    await page.getByRole("textbox", { name: /risk/i }).fill("The vendor replaces the rack");
    await keyboard.press("Control+Enter");
  };

  await test.step("several of them leave the list, and the focus stays on the page", async () => {
    await page.goto(`/actions?view=open&q=${word}&status=proposed,accepted,in_progress`);
    await awake(page);
    await isShown();
    for (const _ of STATUSES) {
      await keyboard.press("j");
      await keyboard.press("x");
    }
    await keyboard.press("s");
    await page.getByRole("option", { name: "Declined" }).click();
    await decline();
    await expect(page.getByText("3 actions: Declined")).toBeVisible();
    await expect(rows).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
  });

  await test.step("Ctrl Z restores each status and the blocker", async () => {
    await keyboard.press("Control+z");
    await isShown();
  });

  await test.step("one of them is restored on its page", async () => {
    await page.goto(`/actions/${blocked.key}`);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Decline" }).click();
    await decline();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("No rack is free").first()).toBeVisible();
    await expect(page.getByText(/^Remaining risk/)).toHaveCount(0);
  });
});
