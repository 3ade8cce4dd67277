import { tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { layWire, type Wire } from "../fixtures/wire.ts";
import { ReviewPage } from "../pages/review.ts";

test.describe("changes made while offline", () => {
  let wire: Wire;
  test.beforeEach(async ({ baseURL }) => {
    wire = await layWire(baseURL ?? "");
  });
  test.afterEach(async () => wire.close());

  test("are still there when the tab was closed, once each, next to what others wrote", async ({ person, open }) => {
    const [maya, farid] = [await person("member"), await person("facilitator")];
    const { reviewKey, word } = await tellStory(maya);
    const page = await open(maya, { baseURL: wire.url });
    const [hers, his] = [new ReviewPage(page), new ReviewPage(await open(farid))];
    await hers.open(reviewKey);
    await his.open(reviewKey);
    await hers.beginSection();
    await page.keyboard.type(`Before ${word}.`);
    await expect(hers.saveState).toHaveText("Saved");
    wire.cut();
    const away = ` Away ${word}.`;
    await page.keyboard.type(away);
    await expect(hers.saveState).toHaveText(`Offline. ${away.length} changes kept on this device.`);
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => page.isClosed()).toBe(true);

    await his.beginSection();
    await his.page.keyboard.type(`His ${word}.`);
    await expect(his.saveState).toHaveText("Saved");
    wire.mend();
    const next = new ReviewPage(await page.context().newPage());
    await next.open(reviewKey);
    await expect(his.text).toContainText(`Before ${word}. Away ${word}.`);
    await expect(next.text).toContainText(`His ${word}.`);
    const { json } = await maya.api.review.content({ key: reviewKey });
    expect(JSON.stringify(json).split(`Away ${word}`)).toHaveLength(2);
    await next.page.reload();
    await next.ready();
    expect(((await next.text.textContent()) ?? "").split(`Away ${word}`)).toHaveLength(2);
  });
});
