import { expect } from "@playwright/test";
import { STYLES, test } from "./gallery.ts";

test("a phone shows the whole factor graph first", async ({ page, mount }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await mount("FactorGraph");
  await page.addStyleTag({ path: STYLES });
  const boxes = page.locator(".react-flow__node");
  await expect(boxes).toHaveCount(3);
  for (const box of await boxes.all()) await expect(box).toBeInViewport({ ratio: 0.99 });
});
