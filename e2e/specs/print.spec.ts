import { shortDay } from "#lib/base/time/local-date.ts";
import { tellStory } from "../fixtures/story.ts";
import { expect, type Page, test } from "../fixtures/test.ts";

/** A4 minus the margins of print.css, in CSS pixels. */
const PAPER = { width: 642, height: 960 };

async function expectPaper(page: Page, path: string, { hasValues = false } = {}): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("status", { name: /^(Loading|Opening)/ })).toHaveCount(0);
  await page.setViewportSize(PAPER);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  // A value that opens its editor is a button, but its text must be printed.
  const pressed = hasValues ? "" : "button, nav, ";
  const controls = page.locator(`${pressed}input, select, textarea, [role=toolbar], [role=tablist]`);
  await expect(controls.filter({ visible: true }), `${path} prints controls`).toHaveCount(0);
  const found = await page.evaluate(() => ({
    wider: document.documentElement.scrollWidth - window.innerWidth,
    ground: getComputedStyle(document.body).backgroundColor,
  }));
  const sections = page.locator("main section:has(> :first-child > :is(h2, h3)):visible");
  // A section can still be loading.
  const bare = async () => {
    const [texts, heads] = [await sections.allInnerTexts(), await sections.locator("> :first-child").allInnerTexts()];
    return heads.filter((head, at) => head.trim() === texts[at]?.trim());
  };
  await expect.poll(bare, `${path} prints headings without content`).toEqual([]);
  expect(found.wider, `${path} is wider than the paper`).toBeLessThanOrEqual(0);
  expect(found.ground, `${path} prints on ink`).toMatch(/^rgba?\((255, 255, 255|0, 0, 0, 0)/);
}

test("paper shows the review and the timeline in full, on white and without controls", async ({ person, open }) => {
  const maya = await person("facilitator");
  const { incidentKey, reviewKey, word } = await tellStory(maya);
  const page = await open(maya);

  await test.step("a published review", async () => {
    await expectPaper(page, "/reviews/REV-3");
    await expect(page.getByRole("heading", { name: "Timeline" })).toBeVisible();
  });

  await test.step("a draft, as it is being written", async () => {
    await expectPaper(page, `/reviews/${reviewKey}`);
    await expect(page.getByText(word).first()).toBeVisible();
    await expect(page.getByText("No text yet").filter({ visible: true })).toHaveCount(0);
    await expect(page.getByText("/ for blocks").filter({ visible: true })).toHaveCount(0);
  });

  await test.step("the factors of a draft, though their titles are buttons", async () => {
    await page.goto("/reviews/REV-1");
    await expect(page.getByRole("button", { name: "A load spike outran replication" })).toBeVisible();
  });

  await test.step("an action, with its key above its title and without empty fields", async () => {
    await page.goto("/actions/ACT-13");
    await expect(page.getByRole("heading", { name: "Who was notified" })).toBeVisible();
    const key = page.locator("main").getByText("ACT-13", { exact: true }).first();
    const isOnTop = (at: Element) => {
      const { left, top, width, height } = at.getBoundingClientRect();
      return at.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    };
    expect(await key.evaluate(isOnTop)).toBe(true);
    await expect(page.getByRole("textbox").filter({ visible: true })).toHaveCount(0);
  });

  await test.step("the week, the roadmap, a strategic change and an action", async () => {
    await expectPaper(page, "/programme/monday");
    for (const path of ["/strategy", "/strategy/SC-1", "/actions/ACT-13"])
      await expectPaper(page, path, { hasValues: true });
  });

  await test.step("the list of actions, with the key, the owner's name and the date of each", async () => {
    await expectPaper(page, "/actions?view=open", { hasValues: true });
    await expect(page.getByText(/^All open, /)).toBeVisible();
    const keys = await page.locator("[data-key]").evaluateAll((rows) => rows.map((row) => row.dataset["key"] ?? ""));
    const items = await Promise.all(keys.map((key) => maya.api.actionItem.get({ key })));
    const { key, owner, dueDate } = items.find((item) => item.owner && item.dueDate) ?? {};
    const row = page.locator(`[data-key="${key}"]`);
    for (const words of [key ?? "", owner?.name ?? "", shortDay(dueDate ?? "")])
      await expect(row.getByText(words, { exact: words === key }).filter({ visible: true })).toBeVisible();
  });

  await test.step("the search and the filters of the list in words", async () => {
    const filter = encodeURIComponent("priority=P0,P1 and (due<today or status=accepted)");
    await expectPaper(page, `/actions?view=all&q=the&status=accepted,in_progress&filter=${filter}`, {
      hasValues: true,
    });
    for (const words of [
      /^Search is “the”\. Priority is P0 or P1 and \(due is before today or status is Accepted\)\.$/,
      "Status is Accepted, In progress",
    ])
      await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText("Advanced filter")).toBeHidden();
  });

  await test.step("every event of a timeline", async () => {
    await expectPaper(page, `/incidents/${incidentKey}/print`);
    const { items } = await maya.api.timeline.list({ key: incidentKey });
    for (const { title } of items) await expect(page.getByText(title).first()).toBeVisible();
  });
});
