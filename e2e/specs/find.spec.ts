import { axeFindings } from "../fixtures/axe.ts";
import { tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { ReviewPage } from "../pages/review.ts";

/** As when the connection is lost while a tab loads the script of its worker. */
function loseFirstWorker() {
  const Kept = window.Worker;
  window.Worker = class extends Kept {
    constructor(url: string | URL, options?: WorkerOptions) {
      const lost = new URL(url, location.href);
      lost.pathname += "/lost";
      super(lost, options);
      window.Worker = Kept;
    }
  };
}

test("words are found and replaced by keyboard while a colleague writes, and a link is set", async ({
  person,
  open,
}) => {
  const maya = await person("member");
  const { reviewKey } = await tellStory(maya);
  const page = await open(maya);
  await page.addInitScript(loseFirstWorker);
  const review = new ReviewPage(page);
  await review.open(reviewKey);
  await review.beginSection();
  await page.keyboard.type("Replica one, replica two and REPLICA three: replicas all.");
  const bar = page.getByRole("search", { name: "Find in the text" });
  const count = bar.getByRole("status");

  await test.step("Enter goes to the next match and Shift Enter to the previous one", async () => {
    await page.keyboard.press("ControlOrMeta+Shift+H");
    await expect(bar.getByRole("textbox", { name: "Find" })).toBeFocused();
    await page.keyboard.type("replica");
    await expect(count).toHaveText("4 matches");
    await page.keyboard.press("Enter");
    await expect(count).toHaveText("1 of 4");
    await page.keyboard.press("Shift+Enter");
    await expect(count).toHaveText("4 of 4");
    await bar.getByRole("button", { name: "Whole words" }).click();
    await expect(count).toHaveText("3 matches");
    await bar.getByRole("button", { name: "Match case" }).click();
    await expect(count).toHaveText(/1 match/);
    await bar.getByRole("button", { name: "Match case" }).click();
  });

  await test.step("a colleague's words count too, and keep the selection", async () => {
    const tom = await person("member");
    const other = await open(tom);
    const theirs = new ReviewPage(other);
    await theirs.open(reviewKey);
    await theirs.text.getByText("replicas all").click();
    await other.keyboard.press("End");
    await other.keyboard.type(" One more replica here.");
    await expect(count).toHaveText(/4/);
    await expect(review.text).toContainText("One more replica here.");
  });

  await test.step("all are replaced at once, which one undo restores", async () => {
    expect(await axeFindings(page)).toEqual([]);
    await bar.getByRole("textbox", { name: "Replace with" }).fill("copy");
    await bar.getByRole("button", { name: "Replace all" }).click();
    await expect(review.text).toContainText("copy one, copy two and copy three: replicas all. One more copy here.");
    await expect(count).toHaveText("No matches");
    await expect(bar.getByRole("textbox", { name: "Find" })).toBeFocused();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(review.text).toContainText("Replica one, replica two and REPLICA three: replicas all.");
    await expect(review.text).toContainText("One more replica here.");
  });

  await test.step("Escape returns to the found words", async () => {
    await bar.getByRole("textbox", { name: "Find" }).fill("REPLICA three");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect(bar).toBeHidden();
    await expect(review.text).toBeFocused();
    await page.keyboard.type("the third");
    await expect(review.text).toContainText("replica two and the third: replicas all.");
  });

  await test.step("Ctrl K on a selection sets a link, and a wrong address is rejected", async () => {
    await page.keyboard.press("ControlOrMeta+Shift+ArrowLeft");
    await page.keyboard.press("ControlOrMeta+k");
    const dialog = page.getByRole("dialog", { name: "Add a link" });
    await expect(dialog.getByRole("textbox", { name: "Address" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(review.text).toBeFocused();
    expect(await page.evaluate(() => String(getSelection()))).toBe("third");
    await page.keyboard.press("ControlOrMeta+k");
    await dialog.getByRole("textbox", { name: "Address" }).fill("javascript:alert(1)");
    await page.keyboard.press("Enter");
    await expect(dialog).toContainText("Enter an address");
    await dialog.getByRole("textbox", { name: "Address" }).fill("example.com/replicas");
    await page.keyboard.press("Enter");
    const link = review.text.getByRole("link", { name: "third" });
    await expect(link).toHaveAttribute("href", "https://example.com/replicas");
    await expect(review.text).toBeFocused();
    await page.keyboard.press("ControlOrMeta+k");
    await page.getByRole("button", { name: "Remove link" }).click();
    await expect(link).toBeHidden();
    await expect(review.saveState).toHaveText("Saved");
  });

  await test.step("a wording hint opens by its key, is dismissed with a reason, and is restored", async () => {
    await page.keyboard.press("End");
    await page.keyboard.type(" The engineer should have checked the hostname.");
    const words = review.text.locator("[data-hint]");
    await expect(words).toHaveText("should have checked");
    await page.keyboard.press("F7");
    const card = review.text.getByRole("group", { name: /^Wording hint/ });
    await expect(card.getByRole("button", { name: "Edit this sentence" })).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.type("Their own words");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(words).toHaveCount(0);
    await expect(review.text).toBeFocused();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(words).toHaveText("should have checked");
    await expect(review.saveState).toHaveText("Saved");
  });
});
