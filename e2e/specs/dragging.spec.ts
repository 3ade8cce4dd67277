import { addDays, wordsOfDate } from "#lib/base/time/local-date.ts";
import { addQuarters, quarterDays, quarterOf } from "#lib/follow/strategic-change/quarter.ts";
import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { awake } from "../pages/keyboard.ts";

const FIELDS = { type: "prevent", priority: "P2" } as const;

test("an action is dropped on another status of the board, and stays there", async ({ person, open }) => {
  const word = uniqueWord();
  const maya = await person("member");
  const { key } = await maya.api.actionItem.create({ ...FIELDS, title: `Rehearse ${word}`, ownerId: maya.id });
  const page = await open(maya);
  const column = (name: string) => page.getByRole("region", { name, exact: true });
  await page.goto(`/actions?view=mine&as=board&filter=title~${word}`);
  await awake(page);
  await page.locator(`[data-key="${key}"]`).dragTo(column("Accepted"));
  await expect(column("Accepted").getByRole("listitem")).toContainText(key);
  await page.reload();
  await expect(column("Accepted").getByRole("listitem")).toContainText(key);
  expect((await maya.api.actionItem.get({ key })).status).toBe("accepted");
});

test("an action is moved to another day of the calendar, by the mouse and by keys", async ({ person, open }) => {
  const word = uniqueWord();
  const maya = await person("member");
  const due = { dueDate: "2031-03-12" };
  const { key } = await maya.api.actionItem.create({ ...FIELDS, ...due, title: `Drill ${word}`, ownerId: maya.id });
  const page = await open(maya);
  const day = (number: string) =>
    page.getByRole("cell").filter({ has: page.locator(`time[datetime="2031-03-${number}"]`) });
  await page.goto(`/actions?view=all&as=calendar&month=2031-03&filter=title~${word}`);
  await awake(page);

  await test.step("by the mouse, with an undo", async () => {
    await page.locator(`[data-key="${key}"]`).dragTo(day("20"));
    await expect(day("20").getByRole("listitem")).toContainText(word);
    await page.getByRole("button", { name: "Undo" }).press("Enter");
    await expect(day("12").getByRole("listitem")).toContainText(word);
  });

  await test.step("by arrows, a day and a week at a time, with the focus on it", async () => {
    const button = page.getByRole("button", { name: `Move ${key} to another day` });
    await button.press("ArrowRight");
    await expect(day("13").getByRole("listitem")).toContainText(word);
    await expect(button).toBeFocused();
    await button.press("ArrowDown");
    await expect(day("20").getByRole("listitem")).toContainText(word);
    await expect(async () => expect((await maya.api.actionItem.get({ key })).dueDate).toBe("2031-03-20")).toPass();
  });
});

test("a finger opens an action of the calendar, or moves it by its button", async ({ person, open }) => {
  const word = uniqueWord();
  const maya = await person("member");
  const due = { dueDate: "2031-03-12" };
  const { key } = await maya.api.actionItem.create({ ...FIELDS, ...due, title: `Drill ${word}`, ownerId: maya.id });
  const page = await open(maya, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto(`/actions?view=all&as=calendar&month=2031-03&filter=title~${word}`);
  await awake(page);
  await page.getByRole("button", { name: `Move ${key} to another day` }).tap();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: `Drill ${word}` }).tap();
  await expect(page).toHaveURL(new RegExp(key));
  await expect(page.getByRole("heading", { name: `Drill ${word}` })).toBeVisible();
});

test("a change is dragged on the roadmap by weeks, and its end alone by its edge", async ({ person, open }) => {
  const word = uniqueWord();
  const tpm = await person("tpm");
  const title = `Divide ${word}`;
  // Still to come, and near enough to be on the roadmap with its full width.
  const today = new Date().toISOString().slice(0, 10);
  const { first, last } = quarterDays(addQuarters(quarterOf(today), 2));
  const days = (by: number) => [first, last].map((day) => wordsOfDate(addDays(day, by), today)).join(" to ");
  const { key } = await tpm.api.strategicChange.create({ title, ownerId: tpm.id, targetQuarter: quarterOf(first) });
  const page = await open(tpm);
  const bar = page.getByRole("button", { name: `${key} ${title}` });
  await page.goto("/strategy");
  await awake(page);
  await expect(bar).toHaveAccessibleName(/, 13 weeks$/);
  /** Drags the bar by weeks, by a place on it: 0 is its start, and 1 its end. */
  const drag = async (place: number, weeks: number) => {
    const { width = 0, height = 0 } = (await bar.boundingBox()) ?? {};
    await bar.hover({ position: { x: place * (width - 4) + 2, y: height / 2 } });
    const box = await bar.boundingBox();
    if (!box) throw new Error("The bar has no place");
    const [x, y] = [box.x + place * (width - 4) + 2, box.y + height / 2];
    await page.mouse.down();
    await page.mouse.move(x + (weeks * width) / 13, y, { steps: 4 });
    await page.mouse.up();
  };

  await test.step("its end is put two weeks earlier, and back by Escape", async () => {
    await drag(1, -2);
    await expect(bar).toHaveAccessibleName(/, 11 weeks$/);
    await bar.press("Escape");
    await expect(bar).toHaveAccessibleName(/, 13 weeks$/);
  });

  await test.step("all of it is put a week earlier, and saved", async () => {
    await drag(0.5, -1);
    await expect(bar).toHaveAccessibleName(new RegExp(`: ${days(-7)}, 13 weeks$`));
    const saved = page.waitForResponse((response) => response.url().includes("schedule"));
    await bar.press("Enter");
    await saved;
    await page.reload();
    await expect(bar).toHaveAccessibleName(new RegExp(`: ${days(-7)}, 13 weeks$`));
  });
});
