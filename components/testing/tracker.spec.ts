import { expect, type Locator, type Page } from "@playwright/test";
import { PAGE_STYLES, STYLES, test, told } from "./gallery.ts";

test.beforeEach(async ({ page, mount }) => {
  await mount("Columns");
  await page.addStyleTag({ path: STYLES });
});

const head = (page: Page, name: string) => page.getByRole("columnheader", { name });
const boxOf = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

const widthsOf = (page: Page) =>
  page
    .locator("th[data-column]")
    .evaluateAll((heads: HTMLElement[]) =>
      Object.fromEntries(heads.map(({ dataset, offsetWidth }) => [dataset.column ?? "", offsetWidth])),
    );

/** Without the styles of the page, a table has no widths but those of its text. */
async function styleAsProduct(page: Page): Promise<void> {
  for (const path of [PAGE_STYLES, STYLES]) await page.addStyleTag({ path });
}

/** Drags the right edge of a column by some px. */
async function dragEdge(page: Page, name: string, by: number): Promise<void> {
  const { x, y } = await boxOf(head(page, name).locator("i"));
  await page.mouse.move(x + 4, y + 8);
  await page.mouse.down();
  if (by !== 0) await page.mouse.move(x + 4 + by, y + 8, { steps: 3 });
  await page.mouse.up();
}

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
  await dragEdge(page, "Action", 50);
  await expect(told(page)).toContainText('"*key,title:350,due,team"');
  await dragEdge(page, "Action", -900);
  await expect(told(page)).toContainText('"*key,title:36,due,team"');
});

test("a finger on the edge of a usual column drags it to a width", async ({ page, mount }) => {
  await mount("UsualColumns");
  await styleAsProduct(page);
  const { title = 0 } = await widthsOf(page);
  const { x, y } = await boxOf(head(page, "Action").locator("i"));
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...px: number[]) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: px.map((by) => ({ x: x + 4 + by, y: y + 8 })),
    });
  await touch("touchStart", 0);
  await touch("touchMove", -20);
  await touch("touchMove", -60);
  await touch("touchEnd");
  await expect(told(page)).toHaveText(new RegExp(`title:${title - 60},[^ ]*$`));
});

test("the usual columns keep the widths that they have on screen once one is changed", async ({ page, mount }) => {
  await mount("UsualColumns");
  await styleAsProduct(page);
  const widths = await widthsOf(page);
  await dragEdge(page, "Status", 0);
  await expect(told(page)).toBeEmpty();
  await dragEdge(page, "Status", 40);
  await expect.poll(() => widthsOf(page)).toEqual({ ...widths, status: (widths.status ?? 0) + 40 });
  await page.getByRole("button", { name: "Reset columns" }).click();
  await expect.poll(() => widthsOf(page)).toEqual(widths);
  await head(page, "Status")
    .locator("span")
    .dragTo(head(page, "Key"), { targetPosition: { x: 4, y: 8 } });
  await expect(told(page)).toContainText(/"status[^ ]*"$/);
  expect(await widthsOf(page)).toEqual(widths);
});

test("pinned columns keep their place in the order, and stay in sight next to each other", async ({ page, mount }) => {
  await mount("PinnedColumns");
  await styleAsProduct(page);
  await expect(page.getByRole("columnheader")).toHaveText(["Select", "Key", "Action", "Due", "Team", "Type", "Moves"]);
  const [key, due] = [await boxOf(head(page, "Key")), await boxOf(head(page, "Due"))];
  expect([key.width, due.width, due.x - key.x]).toEqual([100, 150, 400]);
  const scroll = await boxOf(page.getByRole("table").locator(".."));
  const isAtTheRight = async () => {
    const moves = await boxOf(head(page, "Moves"));
    expect([moves.width, moves.x + moves.width]).toEqual([64, scroll.x + scroll.width]);
  };
  await isAtTheRight();
  await head(page, "Type").evaluate((element) => element.scrollIntoView({ inline: "end" }));
  await isAtTheRight();
  for (const row of [page.getByRole("row").first(), page.getByRole("row", { name: "Action 1" })]) {
    const cells = row.locator("th, td");
    expect((await boxOf(cells.nth(1))).x - scroll.x).toBe(31);
    expect((await boxOf(cells.nth(3))).x - scroll.x).toBe(131);
  }
});

test("the menu hides, shows, pins, moves and sizes columns, and resets them", async ({ page }) => {
  const says = (text: string) => expect(told(page)).toHaveText(new RegExp(`${text.replaceAll("*", "\\*")}$`));
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("checkbox", { name: "Show Due" }).uncheck();
  await says('"*key,title:300,team"');
  await page.getByRole("checkbox", { name: "Show Moves" }).check();
  await says('"*key,title:300,team,moves"');
  await press("Pin Team");
  await says('"*key,title:300,*team,moves"');
  await press("Pin Key");
  await says('"key,title:300,*team,moves"');
  await press("Move Moves up");
  await says('"key,title:300,moves,*team"');
  await press("Move Key down");
  await says('"title:300,key,moves,*team"');
  await page.getByRole("checkbox", { name: "Show Team" }).press("Alt+ArrowUp");
  await says('"title:300,key,*team,moves"');
  const width = page.getByRole("spinbutton", { name: "Width of Team in px" });
  await width.fill("90.4");
  await width.press("Enter");
  await says('"title:300,key,*team:90,moves"');
  await width.fill("5000");
  await width.blur();
  await says('"title:300,key,*team:900,moves"');
  await expect(page.getByRole("columnheader")).toHaveText(["Select", "Action", "Key", "Team", "Moves"]);
  await press("Reset columns");
  await says("null");
  await expect(page.getByRole("checkbox", { name: "Show Days late" })).toBeChecked();
});

test("a date that has moved is next to the one before", async ({ page }) => {
  await expect(page.getByRole("row", { name: "Action 1" })).toContainText("12 Dec, first 3 Dec");
  await expect(page.getByRole("row", { name: "Action 2" })).not.toContainText("first");
});
