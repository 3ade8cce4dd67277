import { uniqueWord } from "../fixtures/people.ts";
import { tellStory } from "../fixtures/story.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { ReviewPage } from "../pages/review.ts";

/** Opens a page whose scripts don't come before `release`. `loads` are the pages that the browser asks for after it. */
async function openAsleep(page: Page, path: string) {
  const scripts = Promise.withResolvers<void>();
  const loads: string[] = [];
  await page.route(/\/_next\/static\/.+\.js/, async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  return { loads, release: () => scripts.resolve() };
}

test("a press before the scripts have loaded takes effect afterwards, exactly once", async ({ person, open }) => {
  const maya = await person("member");
  const page = await open(maya);
  const { keyboard } = page;
  const add = page.getByRole("button", { name: "New", exact: true });
  const item = page.getByRole("menuitem", { name: "Incident" });

  await test.step("a button that opens a menu", async () => {
    const asleep = await openAsleep(page, "/actions");
    await add.click();
    await add.click();
    await add.evaluate((button) => {
      const states: (string | null)[] = [];
      Object.assign(window, { states });
      new MutationObserver(() => states.push(button.getAttribute("aria-expanded"))).observe(button, {
        attributeFilter: ["aria-expanded"],
      });
    });
    await expect(item).toBeHidden();
    asleep.release();
    await expect(item).toBeVisible();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(await page.evaluate(() => Object.entries(window).find(([name]) => name === "states")?.[1])).toEqual([
      "true",
    ]);
  });

  await test.step("a press that ends after they have come", async () => {
    const asleep = await openAsleep(page, "/reviews");
    await add.hover();
    await page.mouse.down();
    asleep.release();
    await page.waitForFunction(() => window.takeEarlyInput === undefined);
    await page.mouse.up();
    await expect(item).toBeVisible();
  });

  await test.step("two keys in a row", async () => {
    const asleep = await openAsleep(page, "/incidents");
    await expect(add).toBeVisible();
    await keyboard.press("g");
    await keyboard.press("r");
    asleep.release();
    await expect(page).toHaveURL(/\/reviews$/);
  });

  await test.step("Escape drops it, as does a press elsewhere", async () => {
    const asleep = await openAsleep(page, "/incidents");
    await add.focus();
    await keyboard.press("Enter");
    await keyboard.press("Escape");
    await add.click();
    await page.getByRole("heading", { level: 1 }).click();
    asleep.release();
    await page.waitForFunction(() => window.takeEarlyInput === undefined);
    await page.getByRole("button", { name: "Search or jump" }).click();
    await expect(page.getByRole("dialog", { name: "Search or jump" })).toBeVisible();
    await expect(item).toBeHidden();
  });

  await test.step("a form that needs scripts isn't sent by the browser", async () => {
    const asleep = await openAsleep(page, "/settings/you");
    await page.getByRole("button", { name: "Change password" }).click();
    asleep.release();
    await expect(page.getByText("Enter your current password")).toBeVisible();
    expect(asleep.loads).toEqual([]);
  });

  await test.step("a link works without scripts, and isn't followed twice", async () => {
    const asleep = await openAsleep(page, "/incidents");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Reviews" }).click();
    await expect(page).toHaveURL(/\/reviews$/);
    asleep.release();
    await add.click();
    await expect(item).toBeVisible();
    expect(asleep.loads).toEqual(["GET /reviews"]);
  });
});

test("what is typed before the scripts have come stays when the form changes", async ({ person, open }) => {
  const maya = await person("member");
  const page = await open(null);
  const email = page.getByLabel("Email");
  const asleep = await openAsleep(page, "/signin?next=%2Freviews");
  await email.fill(maya.email);
  asleep.release();
  await page.waitForFunction(() => window.takeEarlyInput === undefined);
  await page.getByLabel("Password", { exact: true }).fill(maya.password);
  await expect(email).toHaveValue(maya.email);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/reviews$/);
});

test("what is typed into a text before the scripts have come is written where it was typed", async ({
  person,
  open,
}) => {
  const maya = await person("member");
  const { reviewKey } = await tellStory(maya);
  const word = uniqueWord();
  const page = await open(maya);
  const { keyboard } = page;
  const review = new ReviewPage(page);
  const line = review.text.getByRole("paragraph").filter({ hasText: word });
  const next = review.text.getByRole("paragraph").filter({ hasText: /Next/ });
  await review.open(reviewKey);
  await review.beginSection();
  await keyboard.type(`The pool ${word} was full.`);
  await expect(review.saveState).toHaveText("Saved");

  const asleep = await openAsleep(page, `/reviews/${reviewKey}`);
  const heading = review.text.getByRole("heading", { level: 2 }).first();
  // From the top of the strip above it, which has its records only once the editor is there.
  const placeOfHeading = () =>
    heading.evaluate((one) => {
      const [strip, own] = [one.previousElementSibling, one].map((part) => part?.getBoundingClientRect().top ?? 0);
      return Math.round((own ?? 0) - (strip ?? 0));
    });
  const place = await placeOfHeading();
  await line.click();
  await keyboard.press("End");
  await keyboard.type(" Twicee");
  await keyboard.press("Backspace");
  await expect(line).toHaveText(`The pool ${word} was full. Twice`);
  await keyboard.press("Enter");
  await keyboard.type("Next");
  await expect(line).toHaveText(`The pool ${word} was full. Twice`);
  asleep.release();
  await expect(next).toHaveText("Next");
  await keyboard.type(" line");
  await expect(review.saveState).toHaveText("Saved");
  await expect(review.text.getByText("At a glance")).toBeVisible();
  expect(await placeOfHeading()).toBe(place);
  await review.open(reviewKey);
  await expect(line).toHaveText(`The pool ${word} was full. Twice`);
  await expect(next).toHaveText("Next line");
});

test("what is typed early isn't called saved before it is, and leaving it asks first", async ({ person, open }) => {
  const maya = await person("member");
  const { reviewKey } = await tellStory(maya);
  const word = uniqueWord();
  const page = await open(maya);
  const review = new ReviewPage(page);
  const heading = review.text.getByRole("heading", { level: 2 }).first();
  const asleep = await openAsleep(page, `/reviews/${reviewKey}`);
  const frames: unknown[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", (frame) => frames.push(frame)));

  await heading.click();
  await page.keyboard.press("End");
  await page.keyboard.type(` ${word}`);
  await expect(heading).toContainText(word);
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();

  // The editor waits for the end of a word that is being composed.
  const input = await page.context().newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "おお", selectionStart: 2, selectionEnd: 2 });
  asleep.release();
  await expect(review.comments).toBeVisible();
  await expect.poll(() => frames.length).toBeGreaterThan(2);
  await expect(review.saveState).toHaveText("Opening");
  await input.send("Input.insertText", { text: "大阪" });
  await expect(heading).toContainText(`${word}大阪`);
  await expect(review.saveState).toHaveText("Saved");
  await review.open(reviewKey);
  await expect(heading).toContainText(`${word}大阪`);
});

test("a link or keys that leave before early letters are in the editor ask first", async ({ person, open }) => {
  const maya = await person("member");
  const { reviewKey } = await tellStory(maya);
  const word = uniqueWord();
  const page = await open(maya);
  const review = new ReviewPage(page);
  const heading = review.text.getByRole("heading", { level: 2 }).first();
  const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Reviews" });
  const asleep = await openAsleep(page, `/reviews/${reviewKey}`);
  await heading.click();
  await page.keyboard.press("End");
  await page.keyboard.type(` ${word}`);
  // The editor waits for the end of a word that is being composed.
  await page.evaluate(() => Object.assign(window.servedText ?? {}, { isComposing: true }));
  asleep.release();
  await expect(review.comments).toBeVisible();
  const stay = async (leave: () => Promise<void>) => {
    const [question] = await Promise.all([page.waitForEvent("dialog"), leave()]);
    expect(question.type()).toBe("beforeunload");
  };
  page.on("dialog", (question) => void question.dismiss());
  await test.step("a link", () => stay(() => link.click()));
  await test.step("keys", async () => {
    await heading.evaluate((one) => one.closest<HTMLElement>("[contenteditable]")?.blur());
    await page.keyboard.press("g");
    await stay(() => page.keyboard.press("r"));
  });
  await page.evaluate(() => document.dispatchEvent(new CompositionEvent("compositionend")));
  await expect(review.saveState).toHaveText("Saved");
  await expect(heading).toContainText(word);
  await link.click();
  await expect(page).toHaveURL(/\/reviews$/);
});
