import { axeFindings } from "../fixtures/axe.ts";
import { tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { ReviewPage } from "../pages/review.ts";

test("F8 goes through comments, hints, suggestions and factors in the order of the text", async ({ person, open }) => {
  const maya = await person("member");
  const { reviewKey, word } = await tellStory(maya);
  const statement = `No one owned the queue ${word}`;
  await maya.api.factor.create({ key: reviewKey, statement, status: "supported" });
  const page = await open(maya);
  const { keyboard } = page;
  const review = new ReviewPage(page);
  await review.open(reviewKey);
  await review.beginSection();
  const said = (words: string) => page.getByRole("status").filter({ hasText: words });
  const toStart = async () => {
    await review.text.focus();
    await keyboard.press("ControlOrMeta+Home");
  };

  await test.step("a text with a comment, a hint and a suggestion, in this order", async () => {
    await keyboard.type(`Alarm ${word}`);
    await keyboard.press("Shift+Home");
    await keyboard.press("ControlOrMeta+Shift+M");
    await keyboard.type("Who saw it?");
    await keyboard.press("ControlOrMeta+Enter");
    await expect(review.comments.getByRole("article")).toContainText("Who saw it?");
    await expect(review.text).toBeFocused();
    await keyboard.press("End");
    await keyboard.press("Enter");
    await keyboard.type("The engineer should have checked the hostname.");
    await expect(review.text.locator("[data-hint]")).toHaveText("should have checked");
    await keyboard.press("Enter");
    await keyboard.type("The pool was full");
    await expect(review.saveState).toHaveText("Saved");
    await keyboard.press("ControlOrMeta+Shift+L");
    await keyboard.type(" again");
    await expect(page.getByRole("button", { name: "1 suggestion" })).toBeVisible();
    await keyboard.press("ControlOrMeta+Shift+L");
    await expect(review.saveState).toHaveText("Saved");
  });

  const comment = page.getByRole("article").filter({ hasText: "Who saw it?" });
  const hint = review.text.getByRole("group", { name: /^Wording hint/ });
  const suggestion = page.getByRole("complementary", { name: "Suggestions" }).getByRole("article");
  const factor = page.getByRole("complementary", { name: /^Factor \d/ });

  await test.step("F8 goes from one to the next and announces each", async () => {
    await toStart();
    await keyboard.press("F8");
    await expect(comment).toBeFocused();
    await expect(said("Comment 1 of 1: Who saw it?")).toBeAttached();
    await keyboard.press("F8");
    await expect(hint.getByRole("button", { name: "Edit this sentence" })).toBeFocused();
    await expect(said("Wording hint 1 of 1: ")).toBeAttached();
    await keyboard.press("F8");
    await expect(suggestion).toBeFocused();
    await expect(hint).toBeHidden();
    await expect(said("Suggestion 1 of 1: words added, “again”")).toBeAttached();
    expect(await axeFindings(page)).toEqual([]);
    await keyboard.press("F8");
    await expect(said(`Factor without evidence 1 of 1: ${statement}`)).toBeAttached();
    await expect(factor).toBeVisible();
    await keyboard.press("Escape");
    await expect(factor).toBeHidden();
  });

  await test.step("Shift F8 goes back, also from the hint's card, and F8 goes around", async () => {
    await toStart();
    await keyboard.press("Shift+F8");
    await expect(factor).toBeVisible();
    await keyboard.press("Escape");
    await expect(factor).toBeHidden();
    await toStart();
    await keyboard.press("F8");
    await keyboard.press("F8");
    await expect(hint.getByRole("button", { name: "Edit this sentence" })).toBeFocused();
    await keyboard.press("Escape");
    await expect(review.text).toBeFocused();
    await keyboard.press("F8");
    await expect(suggestion).toBeFocused();
    await keyboard.press("Shift+F8");
    await expect(hint.getByRole("button", { name: "Edit this sentence" })).toBeFocused();
  });

  await test.step("F8 starts at the caret, and F7 and F9 stay with their kind", async () => {
    await review.text.getByText("The pool was full").click();
    await keyboard.press("Home");
    await keyboard.press("F8");
    await expect(suggestion).toBeFocused();
    await review.text.focus();
    await toStart();
    await keyboard.press("F7");
    await expect(hint.getByRole("button", { name: "Edit this sentence" })).toBeFocused();
    await keyboard.press("Escape");
    await keyboard.press("F9");
    await expect(suggestion).toBeFocused();
  });
});
