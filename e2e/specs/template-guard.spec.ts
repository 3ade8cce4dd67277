import { tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { ReviewPage } from "../pages/review.ts";

test("deleting a selection over the whole text keeps the template's sections, unless the person confirms", async ({
  person,
  open,
}) => {
  const maya = await person("member");
  const { incidentKey, reviewKey } = await tellStory(maya);
  const page = await open(maya);
  const review = new ReviewPage(page);
  await review.open(reviewKey);
  const sections = review.text.getByRole("heading", { level: 2 });
  const count = await sections.count();
  const card = page.getByRole("dialog", { name: "Part of the template" });
  await review.beginSection();
  await page.keyboard.type("Some words of mine");

  await test.step("deleting everything is stopped, and Escape goes back to the text", async () => {
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("Delete");
    await expect(card).toContainText("belong to the template");
    await expect(sections).toHaveCount(count);
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await expect(review.text).toBeFocused();
    await expect(review.text).toContainText("Some words of mine");
  });

  await test.step("the text alone can be deleted", async () => {
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("Backspace");
    await card.getByRole("button", { name: "Delete text only" }).click();
    await expect(review.text).not.toContainText("Some words of mine");
    await expect(sections).toHaveCount(count);
  });

  await test.step("the template can be deleted too, which one undo restores", async () => {
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("Delete");
    await card.getByRole("button", { name: "Remove all" }).click();
    await expect(sections).toHaveCount(0);
    await expect(review.text).toBeFocused();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(sections).toHaveCount(count);
    await expect(review.saveState).toHaveText("Saved");
  });

  await test.step("open points link to their section and field", async () => {
    const gates = await review.openGates();
    await gates.getByRole("link", { name: "Add a contributing factor" }).click();
    await expect(gates).toBeHidden();
    await expect(review.text.getByRole("heading", { name: "Contributing factors" })).toBeInViewport();
    await expect(review.text).toBeFocused();
    await page.goto(`/incidents/${incidentKey}#impact-text`);
    await expect(page.getByRole("dialog", { name: "Impact" }).getByRole("textbox")).toBeFocused();
  });
});
