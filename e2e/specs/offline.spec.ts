import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { Person } from "../fixtures/people.ts";
import { tellStory } from "../fixtures/story.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { layWire, type Wire } from "../fixtures/wire.ts";
import { ReviewPage, SAVED } from "../pages/review.ts";

/** How many edits the browser of this page has on its disk. */
const editsOnDisk = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("afterword-unsent");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains("edits")) return resolve(0);
          const counting = database.transaction("edits").objectStore("edits").count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );

test.describe("changes made while offline", () => {
  let wire: Wire;
  test.beforeEach(async ({ baseURL }) => {
    wire = await layWire(baseURL ?? "");
  });
  test.afterEach(async () => wire.close());

  /**
   * Opens a review, types in it online, then offline, for longer if asked, and closes the tab. Returns another tab of the
   * same browser.
   */
  async function writeAway(page: Page, reviewKey: string, word: string, minutes = 0): Promise<Page> {
    const review = new ReviewPage(page);
    if (minutes > 0) await page.clock.install();
    await review.open(reviewKey);
    await review.beginSection();
    await page.keyboard.type(`Before ${word}.`);
    await expect(review.saveState).toHaveText("Saved");
    wire.cut();
    const away = ` Away ${word}.`;
    await page.keyboard.type(away);
    const kept = `Offline. ${away.length} changes kept on this device.`;
    await expect(review.saveState).toHaveText(kept);
    if (minutes > 0) await page.clock.fastForward(minutes * MINUTE_MS);
    await expect(review.saveState).toHaveText(kept);
    const next = await page.context().newPage();
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => page.isClosed()).toBe(true);
    return next;
  }
  const savedText = async ({ api }: Person, key: string) => JSON.stringify((await api.review.content({ key })).json);

  test("of five minutes are there when the tab is opened again, once each, next to what others wrote", async ({
    person,
    open,
  }) => {
    const [maya, farid] = [await person("member"), await person("facilitator")];
    const { reviewKey, word } = await tellStory(maya);
    const next = new ReviewPage(await writeAway(await open(maya, { baseURL: wire.url }), reviewKey, word, 5));
    const his = new ReviewPage(await open(farid));
    await his.open(reviewKey);
    await his.beginSection();
    await his.page.keyboard.type(`His ${word}.`);
    await expect(his.saveState).toHaveText("Saved");

    wire.reconnect();
    await next.open(reviewKey);
    await expect(his.text).toContainText(`Before ${word}. Away ${word}.`);
    await expect(next.saveState).toHaveText(`Back. ${` Away ${word}.`.length} changes merged.`);
    await expect(next.text).toContainText(`His ${word}.`);
    expect((await savedText(maya, reviewKey)).split(`Away ${word}`)).toHaveLength(2);
    await expect.poll(() => editsOnDisk(next.page)).toBe(0);
    await next.page.reload();
    await next.ready();
    expect(((await next.text.textContent()) ?? "").split(`Away ${word}`)).toHaveLength(2);
  });

  test("of two tabs are all saved once, although one of them was closed", async ({ person, open }) => {
    const maya = await person("member");
    const { reviewKey, word } = await tellStory(maya);
    const first = await open(maya, { baseURL: wire.url });
    const second = await first.context().newPage();
    for (const page of [first, second]) await new ReviewPage(page).open(reviewKey);
    await new ReviewPage(first).beginSection();
    await first.keyboard.type(`Start ${word}.`);
    await expect(new ReviewPage(first).saveState).toHaveText("Saved");
    await new ReviewPage(second).text.getByText(`Start ${word}.`).click();
    await second.keyboard.press("End");
    wire.cut();
    for (const [page, words] of [
      [first, ` One ${word}.`],
      [second, ` Two ${word}.`],
    ] as const) {
      await page.bringToFront();
      await page.keyboard.type(words);
      await expect(new ReviewPage(page).saveState).toHaveText(`Offline. ${words.length} changes kept on this device.`);
    }
    await first.close({ runBeforeUnload: true });
    await expect.poll(() => first.isClosed()).toBe(true);
    wire.reconnect();
    await expect.poll(() => editsOnDisk(second)).toBe(0);
    await expect(new ReviewPage(second).saveState).toHaveText(/^Back\. \d+ changes merged/);
    const saved = await savedText(maya, reviewKey);
    for (const words of [`One ${word}`, `Two ${word}`]) expect(saved.split(words)).toHaveLength(2);
  });

  test("belong to one person: another one on the same browser neither sees nor sends them", async ({
    person,
    open,
  }) => {
    const [maya, farid] = [await person("member"), await person("facilitator")];
    const { reviewKey, word } = await tellStory(maya);
    const page = await writeAway(await open(maya, { baseURL: wire.url }), reviewKey, word);
    wire.reconnect();
    const context = page.context();
    await context.clearCookies();
    await context.addCookies(farid.session.cookies);
    const review = new ReviewPage(page);
    await review.open(reviewKey);
    await expect(review.text).toContainText(`Before ${word}.`);
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("kept on this device")).toHaveCount(0);
    expect(await savedText(maya, reviewKey)).not.toContain("Away");
    const kept = await editsOnDisk(page);
    expect(kept).toBeGreaterThan(0);

    await context.clearCookies();
    await context.addCookies(maya.session.cookies);
    await page.goto("/");
    const banner = page.getByRole("status").filter({ hasText: `${kept} changes of ${reviewKey} aren't saved` });
    await banner.getByRole("link", { name: "Open review" }).click();
    await expect(review.text).toContainText(`Before ${word}. Away ${word}.`);
    await expect.poll(() => savedText(maya, reviewKey)).toContain(`Away ${word}.`);
    await expect.poll(() => editsOnDisk(page)).toBe(0);
  });

  test("are named before a sign-out deletes them", async ({ person, open }) => {
    const [maya, farid] = [await person("member"), await person("facilitator")];
    const { reviewKey, word } = await tellStory(maya);
    const page = await writeAway(await open(maya, { baseURL: wire.url }), reviewKey, word);
    wire.reconnect();
    await page.goto("/");
    const kept = await editsOnDisk(page);
    const askToSignOut = async () => {
      await page.getByRole("button", { name: `${maya.name}, account` }).click();
      await page.getByRole("menuitem", { name: "Sign out" }).click();
      return page.getByRole("dialog", { name: `Sign out and delete ${kept} changes?` });
    };
    const dialog = await askToSignOut();
    await expect(dialog).toContainText(`${kept} changes of ${reviewKey}`);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect(await editsOnDisk(page)).toBe(kept);
    await (await askToSignOut()).getByRole("button", { name: "Sign out and delete" }).click();
    await expect(page).toHaveURL(/\/signin/);
    expect(await editsOnDisk(page)).toBe(0);
    expect(await savedText(farid, reviewKey)).not.toContain("Away");
  });

  test("wait for their person when the right to write is lost", async ({ person, open }) => {
    const [maya, farid] = [await person("member"), await person("facilitator")];
    const { reviewKey, word } = await tellStory(maya);
    const page = await writeAway(await open(maya, { baseURL: wire.url }), reviewKey, word);
    const { version } = await farid.api.review.get({ key: reviewKey });
    await farid.api.review.archive({ key: reviewKey, version });
    wire.reconnect();
    const review = new ReviewPage(page);
    await page.goto(`/reviews/${reviewKey}`);
    const banner = page.getByRole("status").filter({ hasText: "because you can no longer write in it" });
    await expect(banner).toBeVisible();
    await expect(review.text).toContainText(`Before ${word}.`);
    await expect(review.text).not.toContainText("Away");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await banner.getByRole("button", { name: /^Copy \d+ changes/ }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`Away ${word}.`);
    await banner.getByRole("button", { name: /^Discard/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Discard changes" }).click();
    await expect(banner).toHaveCount(0);
    expect(await editsOnDisk(page)).toBe(0);
  });

  test("of a restricted review stay in the tab, and those on the disk leave it", async ({ person, open }) => {
    const maya = await person("member");
    const { incidentKey, reviewKey, word } = await tellStory(maya);
    const page = await open(maya, { baseURL: wire.url });
    const review = new ReviewPage(page);
    await review.open(reviewKey);
    await review.beginSection();
    wire.cut();
    await page.keyboard.type(word);
    await expect(review.saveState).toHaveText(/^Offline\. \d+ changes kept on this device\.$/);
    expect(await editsOnDisk(page)).toBeGreaterThan(0);
    const { version } = await maya.api.incident.get({ key: incidentKey });
    await maya.api.incident.restrict({ key: incidentKey, version, restricted: true, userIds: [], teamIds: [] });
    wire.reconnect();
    await expect(review.saveState).toHaveText(SAVED);
    await expect.poll(() => editsOnDisk(page)).toBe(0);
    wire.cut();
    await page.keyboard.type("abc");
    await expect(review.saveState).toHaveText("Offline. 3 changes not kept on this device.");
    expect(await editsOnDisk(page)).toBe(0);
    wire.reconnect();
    await expect(review.saveState).toHaveText(SAVED);
  });

  test("are said to be in this tab only where the browser keeps nothing", async ({ person, open }) => {
    const maya = await person("member");
    const { reviewKey, word } = await tellStory(maya);
    const page = await open(maya, { baseURL: wire.url });
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("No storage here", "SecurityError");
      };
    });
    const review = new ReviewPage(page);
    await review.open(reviewKey);
    await review.beginSection();
    await expect(review.saveState).toHaveText("Saved");
    wire.cut();
    await page.keyboard.type(word);
    await expect(review.saveState).toHaveText(`Offline. ${word.length} changes in this tab only.`);
    const asked = page.waitForEvent("dialog");
    void page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    wire.reconnect();
    await expect(review.saveState).toHaveText(SAVED);
  });
});
