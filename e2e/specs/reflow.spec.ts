import { expect, type Page, test } from "../fixtures/test.ts";

/** A page at 400%, counted from 1280 px as in WCAG, and not from 1440 px. */
const ZOOMED = { width: 320, height: 225 };

/** Opens a page at 400% and expects that nothing sticks, and that nothing makes the page scroll sideways. */
async function expectReflow(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading").first()).toBeVisible();
  await expect(page.getByRole("status", { name: /^(Loading|Opening)/ })).toHaveCount(0);
  await page.evaluate(() => window.scrollTo(0, 400));
  const { stuck, overflow } = await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - window.innerWidth,
    stuck: [...document.querySelectorAll("body *")]
      .filter((element) => ["sticky", "fixed"].includes(getComputedStyle(element).position))
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        // Names of lanes and bars are sticky sideways, inside the score and the roadmap.
        const isSideways = element.closest("[aria-label='Events by kind'], [aria-label='Roadmap']") !== null;
        return width > 100 && height > 20 && !isSideways;
      })
      .map((element) => element.className),
  }));
  expect.soft(stuck, path).toEqual([]);
  expect.soft(overflow, path).toBeLessThanOrEqual(0);
}

test("at 400% zoom nothing sticks and nothing scrolls sideways but the score", async ({ person, open }) => {
  const maya = await person("member");
  const page = await open(maya, { viewport: ZOOMED });
  const paths = [
    ...["/", "/incidents", "/incidents/INC-1", "/incidents/INC-1/impact", "/incidents/INC-1/print"],
    ...["/reviews", "/reviews/REV-1", "/reviews/REV-2", "/actions", "/strategy", "/forum", "/settings/you", "/inbox"],
  ];
  for (const path of paths) await expectReflow(page, path);
});

test("at 400% zoom the screens of the follow-through keep to the width of the page", async ({ person, open }) => {
  const page = await open(await person("tpm"), { viewport: ZOOMED });
  const paths = [
    ...["/actions?as=board", "/actions?as=calendar", "/actions/ACT-13"],
    ...["/programme/monday", "/programme/monday/walk", "/strategy?as=updates", "/strategy/proposals", "/strategy/SC-1"],
    ...["/factors", "/settings/policies", "/settings/calendars", "/settings/messages"],
  ];
  for (const path of paths) await expectReflow(page, path);
});

test("at 400% zoom trackers and deliveries keep to the width of the page", async ({ person, open }) => {
  const page = await open(await person("admin"), { viewport: ZOOMED });
  for (const path of ["/settings/trackers", "/settings/deliveries"]) await expectReflow(page, path);
});
