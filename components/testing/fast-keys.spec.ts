import { expect, type Page, type Route } from "@playwright/test";
import { pressTogether } from "../../e2e/pages/keyboard.ts";
import { makeRow } from "../follow/action-item/testing/make-row.ts";
import { test, told } from "./gallery.ts";

/** Delays the requests of an operation until the test responds. */
async function hold(page: Page, operation: string) {
  const held: Route[] = [];
  const inputs: Record<string, unknown>[] = [];
  await page.route(`**/api/rpc/${operation}`, (route) => {
    inputs.push(route.request().postDataJSON().json);
    held.push(route);
  });
  return {
    inputs,
    answer: async (json: object, status = 200) => {
      await expect.poll(() => held.length).toBeGreaterThan(0);
      await held.shift()?.fulfill({ status, json: { json, meta: [] } });
    },
  };
}

test("a meeting continues with the next item before its decision is saved, and sends one after the other", async ({
  page,
  mount,
}) => {
  const { inputs, answer } = await hold(page, "walk/decide");
  await mount("Meeting");
  const item = page.getByRole("region", { name: "Late action" });
  const decline = async (risk: string) => {
    await pressTogether(page, "x");
    await page.keyboard.type(risk);
    await page.keyboard.press("Enter");
  };
  await decline("One late order a month");
  await expect(item).toContainText("ACT-2");
  await decline("Two late orders a month");
  await expect(item).toContainText("ACT-3");
  await expect.poll(() => inputs.length).toBe(1);
  const walk = { id: "walk", day: "2026-11-30", endedAt: null, lines: [] };
  await answer(walk);
  await expect.poll(() => inputs.length).toBe(2);
  await answer(walk);
  expect(inputs.map(({ given }) => given)).toMatchObject([
    { key: "ACT-1", reason: "One late order a month" },
    { key: "ACT-2", reason: "Two late orders a month" },
  ]);
  await expect(item).toContainText("ACT-3");
});

test("a decision that is rejected returns to its item with what was entered, unless a form is open", async ({
  page,
  mount,
}) => {
  const { answer } = await hold(page, "walk/decide");
  const data = { code: "rule", title: "A waived action can't be declined" };
  const refuse = () => answer({ defined: false, code: "RULE", status: 422, message: "No", data }, 422);
  await mount("Meeting");
  const item = page.getByRole("region", { name: "Late action" });
  const risk = page.getByRole("textbox", { name: "Remaining risk" });
  await pressTogether(page, "x");
  await page.keyboard.type("One late order a month");
  await page.keyboard.press("Enter");
  await expect(item).toContainText("ACT-2");
  await refuse();
  await expect(page.getByText(data.title)).toBeVisible();
  await expect(item).toContainText("ACT-1");
  await expect(risk).toHaveValue("One late order a month");
  await page.keyboard.press("Enter");
  await pressTogether(page, "x");
  await page.keyboard.type("Two");
  await refuse();
  await expect(page.getByText(data.title)).toHaveCount(2);
  await expect(item).toContainText("ACT-2");
  await expect(risk).toHaveValue("Two");
  await page.getByRole("button", { name: /^ACT-1/ }).press("Enter");
  await pressTogether(page, "x");
  await expect(risk).toHaveValue("One late order a month");
});

test("a new date says how far ahead it is and which move it makes, before it is saved", async ({ page, mount }) => {
  await mount("Meeting");
  await pressTogether(page, "d");
  const effect = "Its reminders start again from that day.";
  const line = page.getByText(effect);
  await expect(line).toHaveText(effect);
  await page.keyboard.type("9 dec");
  await page.keyboard.press("Tab");
  await expect(line).toHaveText(`Wed 9 Dec, 6 working days from now. This is move 1. ${effect}`);
  await expect(page.getByRole("textbox", { name: "Because" })).toBeFocused();
});

test("Escape leaves the fields of an outcome, which keep what was typed, and the keys work again", async ({
  page,
  mount,
}) => {
  await mount("Meeting");
  const item = page.getByRole("region", { name: "Late action" });
  const risk = page.getByRole("textbox", { name: "Remaining risk" });
  await pressTogether(page, "x");
  await page.keyboard.type("One late order");
  await page.keyboard.press("Escape");
  await expect(risk).toHaveCount(0);
  await expect(item).toBeFocused();
  await page.keyboard.press("x");
  await expect(risk).toHaveValue("One late order");
  await expect(risk).toBeFocused();
});

test("each key in the inbox acts on the message that is current after the one before", async ({ page, mount }) => {
  const { inputs, answer } = await hold(page, "notification/finish");
  await mount("Inbox");
  await pressTogether(page, "j", "e", "e", "j", "e");
  await expect.poll(() => inputs.map(({ ids }) => ids)).toEqual([["message-1"], ["message-2"], ["message-4"]]);
  await expect(page.getByText(/^ACT-\d is late/)).toHaveCount(1);
  await expect(page.locator("[aria-current=true] [data-row]")).toBeFocused();
  for (let at = 0; at < 3; at++) await answer({ changed: 1 });
  await expect(page.getByText("Message done")).toHaveCount(3);
});

test("a bar of the roadmap is where it was put before that is saved, and returns if it is rejected", async ({
  page,
  mount,
}) => {
  const { inputs, answer } = await hold(page, "roadmap/schedule");
  await mount("Roadmap");
  const bar = (key: string) => page.getByRole("button", { name: new RegExp(`^${key} Change`) });
  await bar("SC-1").focus();
  await pressTogether(page, " ", "ArrowRight", "Enter", "Enter", " ", "ArrowRight", "Enter");
  await expect(bar("SC-1")).toHaveAccessibleName(/18 Jan/);
  await bar("SC-2").focus();
  await pressTogether(page, " ", "ArrowLeft", "Enter");
  await expect(bar("SC-2")).toHaveAccessibleName(/28 Dec/);
  await expect.poll(() => inputs.length).toBe(2);
  const saved = (key: string, days: object) => ({ items: [{ key, version: 2, milestones: [], ...days }] });
  await answer(saved("SC-1", { startsOn: "2027-01-11", endsOn: "2027-02-07" }));
  const data = { code: "rule", title: "SC-2 can't start in a past quarter" };
  await answer({ defined: false, code: "RULE", status: 422, message: "No", data }, 422);
  await expect(page.getByText(data.title)).toBeVisible();
  await answer(saved("SC-1", { startsOn: "2027-01-18", endsOn: "2027-02-14" }));
  expect(inputs).toMatchObject([
    { key: "SC-1", version: 1, startsOn: "2027-01-11" },
    { key: "SC-2", version: 1, startsOn: "2026-12-28" },
    { key: "SC-1", version: 2, startsOn: "2027-01-18" },
  ]);
  await expect(page.getByText("SC-1 moved")).toHaveCount(2);
  await expect(page.getByRole("status").filter({ hasText: "SC-2" })).toBeVisible();
});

test("a key right after one that opens a dialog belongs to the dialog", async ({ page, mount }) => {
  await mount("Naming");
  await pressTogether(page, "s", "n");
  await expect(page.getByRole("dialog", { name: "Split condition" })).toBeVisible();
  await expect(told(page)).toBeEmpty();
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
});

test("an undo before a change is saved is of that change, once it is saved", async ({ page, mount }) => {
  const { inputs, answer } = await hold(page, "actionItem/update");
  await mount("Steps");
  const block = async (reason: string) => {
    await page.getByRole("button", { name: "Block" }).press("Enter");
    await page.keyboard.type(reason);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
  const saved = (version: number, blockedReason: string | null) =>
    answer({ ...makeRow(1, { version, blockedReason }), history: [], evidenceList: [], checks: [] });
  await block("Access");
  await saved(2, "Access");
  await expect(page.getByText("ACT-1 blocked")).toBeVisible();
  await block("A part");
  await page.keyboard.press("Control+z");
  await saved(3, "A part");
  await expect.poll(() => inputs.length).toBe(3);
  expect(inputs[2]).toMatchObject({ key: "ACT-1", version: 3, blockedReason: null });
  await saved(4, null);
  await expect(page.getByText("Undone")).toHaveCount(1);
  expect(inputs).toHaveLength(3);
});
