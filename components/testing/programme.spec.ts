import { expect } from "@playwright/test";
import { STYLES, test } from "./gallery.ts";

for (const width of [390, 320])
  test(`late actions keep every band at ${width} px, on a page no wider than itself`, async ({ page, mount }) => {
    await page.setViewportSize({ width, height: 800 });
    await mount("LateTable");
    await page.addStyleTag({ path: STYLES });
    for (const name of ["1 to 7 d", "8 to 30 d", "31 to 90 d", "Over 90 d", "Late", "Open"])
      await expect(page.getByRole("columnheader", { name, exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "104, Platform, 31 to 90 d" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
