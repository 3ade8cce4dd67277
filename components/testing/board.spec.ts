import { expect, type Page } from "@playwright/test";
import { STYLES, test } from "./gallery.ts";

test.beforeEach(async ({ page, mount }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await mount("Board");
  await page.addStyleTag({ path: STYLES });
});

const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true }).first();
const topOf = async (page: Page, state: string, lane: string) =>
  (await column(page, state).getByRole("heading", { name: lane }).boundingBox())?.y;

test("a lane starts at the same height in each column, in the order of the list", async ({ page }) => {
  const tops = await Promise.all([
    topOf(page, "Accepted", "Payments"),
    topOf(page, "In progress", "Payments"),
    topOf(page, "To verify", "Payments"),
  ]);
  expect(new Set(tops).size).toBe(1);
  const mail = [await topOf(page, "In progress", "Mail"), await topOf(page, "To verify", "Mail")];
  expect(mail[0]).toBe(mail[1]);
  const files = (await topOf(page, "Accepted", "Files")) ?? 0;
  expect(mail[0]).toBeGreaterThan(files);
  expect(tops[0]).toBeGreaterThan(mail[0] ?? 0);
});

test("a card to verify names who was asked, or says that no one was", async ({ page }) => {
  const card = (key: string) => page.locator(`[data-key="${key}"]`);
  await expect(card("ACT-6")).toContainText("Verifier: Priya Raman");
  await expect(card("ACT-7")).toContainText("No one asked to verify");
  await expect(card("ACT-8")).not.toContainText("verify");
});

test("a card over a column that rejects it shows why, and moves no lane", async ({ page }) => {
  const before = await topOf(page, "To verify", "Payments");
  await page.getByRole("button", { name: "Pick up ACT-1" }).focus();
  await page.keyboard.press("Space");
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press("ArrowRight");
  await expect(column(page, "Verified")).toHaveAttribute("data-over", "refused");
  await expect(column(page, "Verified").locator("p").first()).toBeVisible();
  expect(await topOf(page, "To verify", "Payments")).toBe(before);
  await page.keyboard.press("Escape");
  await expect(column(page, "Verified")).not.toHaveAttribute("data-over");
});

test("a card that is dropped where a rule rejects it stays, and shows why", async ({ page }) => {
  await page.locator('[data-key="ACT-1"]').dragTo(column(page, "Verified"));
  await expect(page.getByText("ACT-1 stays where it is.")).toBeVisible();
  await expect(column(page, "Accepted").locator('[data-key="ACT-1"]')).toBeVisible();
});

test("a phone shows one state at a time, with its lanes", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole("tab", { name: "To verify" }).click();
  const shown = page.getByRole("region", { name: "To verify", exact: true });
  await expect(shown.getByRole("heading", { name: "Mail" })).toBeVisible();
  await expect(shown).toContainText("Verifier: Priya Raman");
  const [head, lane] = [
    shown.getByRole("heading", { name: "To verify" }),
    shown.getByRole("heading", { name: "Mail" }),
  ];
  const [above, below] = [await head.boundingBox(), await lane.boundingBox()];
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
