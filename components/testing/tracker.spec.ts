import { expect } from "@playwright/test";
import { STYLES, test, told } from "./gallery.ts";

test.beforeEach(async ({ page, mount }) => {
  await mount("Columns");
  await page.addStyleTag({ path: STYLES });
});

test("the name of a column is dragged to another place, before or after another", async ({ page }) => {
  const name = (text: string) => page.getByRole("columnheader", { name: text }).locator("span");
  await name("Team").dragTo(page.getByRole("columnheader", { name: "Due" }), { targetPosition: { x: 4, y: 8 } });
  await expect(told(page)).toHaveText('"*key,title:300,team,due"');
  const title = page.getByRole("columnheader", { name: "Action" });
  await name("Key").dragTo(title, { targetPosition: { x: 280, y: 8 } });
  await expect(told(page)).toContainText('"title:300,*key,team,due"');
  await expect(page.getByRole("columnheader")).toHaveText(["Select", "Action", "Key", "Team", "Due"]);
});

test("the edge of a column is dragged to a width, and no further than a column can be", async ({ page }) => {
  const edge = page.getByRole("columnheader", { name: "Action" }).locator("i");
  const drag = async (by: number) => {
    const box = await edge.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 4, (box?.y ?? 0) + 8];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + by, y, { steps: 3 });
    await page.mouse.up();
  };
  await drag(50);
  await expect(told(page)).toContainText('"*key,title:350,due,team"');
  await drag(-900);
  await expect(told(page)).toContainText('"*key,title:36,due,team"');
});

test("a date that has moved is next to the one before", async ({ page }) => {
  await expect(page.getByRole("row", { name: "Action 1" })).toContainText("12 Dec, first 3 Dec");
  await expect(page.getByRole("row", { name: "Action 2" })).not.toContainText("first");
});
