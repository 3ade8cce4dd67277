import { tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { layWire, type Wire } from "../fixtures/wire.ts";
import { ReviewPage, SAVED } from "../pages/review.ts";

test.describe("what the save state says", () => {
  let wire: Wire;
  test.beforeEach(async ({ baseURL }) => {
    wire = await layWire(baseURL ?? "");
  });
  test.afterEach(async () => wire.close());

  test("offline with the number of pending changes, saved once the server has them", async ({ person, open }) => {
    const [maya, farid] = [await person("member"), await person("facilitator")];
    const { reviewKey, word } = await tellStory(maya);
    const page = await open(maya, { baseURL: wire.url });
    const [hers, his] = [new ReviewPage(page), new ReviewPage(await open(farid))];
    await hers.open(reviewKey);
    await his.open(reviewKey);
    await hers.beginSection();
    await page.keyboard.type(`Before ${word}.`);
    await expect(his.text).toContainText(`Before ${word}.`);
    await expect(hers.saveState).toHaveText("Saved");
    const moving = () => page.evaluate(() => document.getAnimations().length);
    await expect.poll(moving, "A page that waits draws nothing").toBe(0);

    wire.cut();
    await expect(hers.saveState).toHaveText("Offline");
    await page.keyboard.type(" Cut");
    await expect(hers.saveState).toHaveText("Offline. 4 changes kept on this device.");
    await page.keyboard.type(` off ${word}.`);
    await expect(hers.saveState).toHaveText(/^Offline\. \d+ changes kept on this device\.$/);
    await expect(hers.text).toContainText(`Before ${word}. Cut off ${word}.`);
    await expect(his.text).not.toContainText("Cut off");

    await his.text.getByText(`Before ${word}.`).click();
    await his.page.keyboard.press("End");
    await his.page.keyboard.press("Enter");
    await his.page.keyboard.type(`His ${word}.`);
    await expect(his.saveState).toHaveText("Saved");

    wire.reconnect();
    await expect(hers.saveState).toHaveText(
      /^Back\. \d+ changes merged, all of them in sections that others changed\.$/,
    );
    await expect(his.text).toContainText(`Before ${word}. Cut off ${word}.`);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await hers.bar.getByRole("button", { name: "Look" }).press("Enter");
    await expect(hers.text.getByText(`Cut off ${word}.`)).toBeInViewport();
    await expect(hers.text).toBeFocused();
    await expect(hers.saveState).toHaveText("Saved");
  });

  test("saving, then offline, while nothing comes back from the server", async ({ person, open }) => {
    const maya = await person("member");
    const { reviewKey, word } = await tellStory(maya);
    const page = await open(maya, { baseURL: wire.url });
    const review = new ReviewPage(page);
    await review.open(reviewKey);
    await review.beginSection();
    for (const width of [1280, 1100, 960]) {
      await page.setViewportSize({ width, height: 800 });
      await expect(review.saveState).toBeVisible();
    }
    wire.hold();
    await page.keyboard.type(`On its way ${word}`);
    await expect(review.saveState).toHaveText("Saving");
    const { json } = await maya.api.review.content({ key: reviewKey });
    expect(JSON.stringify(json)).not.toContain("On its way");
    await expect(review.saveState).toHaveText(/^Offline\. \d+ changes kept on this device\.$/);
    wire.reconnect();
    await expect(review.saveState).toHaveText(SAVED);
    const saved = await maya.api.review.content({ key: reviewKey });
    expect(JSON.stringify(saved.json)).toContain(`On its way ${word}`);
  });

  test("any other page says that the server is gone, keeps what is typed, and recovers", async ({ person, open }) => {
    const page = await open(await person("tpm"), { baseURL: wire.url });
    await page.goto("/settings/policies?policy=new");
    const name = page.getByLabel("Name", { exact: true });
    await name.fill("Half of a policy");
    wire.cut();
    await expect(page.getByText("No response from the server. This page may be out of date.")).toBeVisible();
    await page.getByRole("button", { name: "Save policy" }).click();
    await expect(page.getByText("Your change wasn't saved. Try again.")).toBeVisible();
    wire.reconnect();
    await expect(page.getByText("Connected again")).toBeVisible();
    await expect(page.getByText("No response from the server. This page")).toBeHidden();
    await expect(name).toHaveValue("Half of a policy");
  });
});
