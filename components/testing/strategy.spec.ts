import { expect, type Page } from "@playwright/test";
import { STYLES, test } from "./gallery.ts";

test.beforeEach(async ({ page, mount }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await mount("Strategy");
  await page.addStyleTag({ path: STYLES });
});

const groups = async (page: Page) =>
  (await page.getByLabel("Roadmap", { exact: true }).getByRole("heading", { level: 2 }).allTextContents()).map((one) =>
    one.trim(),
  );

test("the roadmap is grouped by team or by theme, which the address keeps", async ({ page }) => {
  expect(await groups(page)).toEqual(["Platform 3 changes", "Storage 1 change"]);
  await page.getByRole("button", { name: "Theme", exact: true }).press("Enter");
  await expect(page.getByRole("button", { name: "Theme", exact: true })).toHaveAttribute("aria-pressed", "true");
  expect(await groups(page)).toEqual(["Alerting 1 change", "Recovery 2 changes", "No theme 1 change"]);
  await expect(page.getByText("led by Storage")).toBeVisible();
  await expect.poll(() => new URL(page.url()).search).toBe("?by=theme");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("region", { name: "Recovery" })).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Team", exact: true }).press("Enter");
  await expect.poll(() => new URL(page.url()).search).toBe("");
});

test("a phone has the same groups, and a page no wider than itself", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  for (const name of ["Team", "Theme"]) await page.getByRole("button", { name, exact: true }).click();
  expect(await groups(page)).toEqual(["Alerting 1 change", "Recovery 2 changes", "No theme 1 change"]);
  const all = await page.getByRole("group", { name: "Group by" }).evaluate((one) => one.scrollWidth - one.clientWidth);
  expect(all).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
