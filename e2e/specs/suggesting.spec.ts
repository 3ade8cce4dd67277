import type { Editor } from "@tiptap/core";
import { axeFindings } from "../fixtures/axe.ts";
import { uniqueWord } from "../fixtures/people.ts";
import { tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { ReviewPage } from "../pages/review.ts";

type Edited = HTMLElement & { editor: Editor };

test("one person suggests, another decides, while both type in the same paragraph", async ({ person, open }) => {
  const [maya, farid] = [await person("member"), await person("facilitator")];
  const { reviewKey } = await tellStory(maya);
  const [first, typed, hersAfter] = [uniqueWord(), uniqueWord(), uniqueWord()];
  const [wrong, last] = [uniqueWord(), uniqueWord()];
  const [hers, his] = [await open(maya), await open(farid)];
  const [left, right] = [new ReviewPage(hers), new ReviewPage(his)];
  await left.open(reviewKey);
  await left.beginSection();
  await hers.keyboard.type(`${first} the pool was full.`);
  await expect(left.saveState).toHaveText("Saved");
  await right.open(reviewKey);
  const line = right.text.getByRole("paragraph").filter({ hasText: first });
  const cards = his.getByRole("complementary", { name: "Suggestions" }).getByRole("article");

  await test.step("what is typed and deleted is proposed", async () => {
    await hers.keyboard.press("ControlOrMeta+Shift+L");
    await expect(hers.getByRole("button", { name: "Suggesting" })).toHaveAttribute("aria-pressed", "true");
    for (let letters = 0; letters < "full.".length; letters++) await hers.keyboard.press("Backspace");
    await hers.keyboard.type("empty");
    await expect(left.saveState).toHaveText("Saved");
    await expect(line.getByRole("deletion")).toHaveText("full.");
    await expect(line.getByRole("insertion")).toHaveText("empty");
    await his.getByRole("button", { name: "1 suggestion" }).click();
    await expect(cards).toHaveCount(1);
    await expect(cards.first()).toContainText("“full.” becomes “empty”");
  });

  await test.step("the outline counts it in its section", async () => {
    const sections = his.getByRole("navigation", { name: "Sections" });
    await expect(sections.getByRole("button", { name: /, 1 open suggestion$/ })).toHaveCount(1);
    await expect(sections).toContainText("Numbers are open suggestions.");
    expect(await axeFindings(his)).toEqual([]);
  });

  await test.step("its card says what the sentence was, once someone has changed it", async () => {
    await line.click();
    await his.keyboard.press("Home");
    await his.keyboard.type("Then ");
    await expect(cards.first()).toContainText("The text here has changed since. It was “");
    await expect(cards.first()).toContainText(`${first} the pool was full.`);
    await his.keyboard.press("ControlOrMeta+z");
    await expect(cards.first()).not.toContainText("has changed since");
  });

  await test.step("it is accepted while both type in the line", async () => {
    await line.click();
    await his.keyboard.press("Home");
    await his.keyboard.type(typed);
    await hers.keyboard.press("ControlOrMeta+Shift+L");
    await hers.keyboard.press("End");
    await cards.first().getByRole("button", { name: "Accept" }).click();
    await hers.keyboard.type(hersAfter);
    await expect(line.getByRole("insertion")).toHaveCount(0);
    await expect(line).toContainText(`${typed}${first} the pool was empty`);
    await expect(line).toContainText(hersAfter);
    await expect(line).not.toContainText("full.");
    await expect(left.saveState).toHaveText("Saved");
    await expect(left.text).toContainText(`${typed}${first}`);
  });

  await test.step("a proposed line is rejected by keys, and a message names what can't be suggested", async () => {
    await hers.keyboard.press("ControlOrMeta+Shift+L");
    await hers.keyboard.press("Enter");
    await hers.keyboard.type("A line that nobody wants");
    await expect(left.saveState).toHaveText("Saved");
    await expect(cards).toHaveCount(1);
    await his.keyboard.press("F9");
    await expect(cards.first()).toBeFocused();
    await his.keyboard.press("ControlOrMeta+Backspace");
    await expect(right.text).not.toContainText("nobody wants");
    await expect(left.text).not.toContainText("nobody wants");
    await expect(right.text).toBeFocused();
    await hers.keyboard.press("ControlOrMeta+Shift+8");
    const message = hers.getByRole("listitem").filter({ hasText: "You can't suggest" });
    await expect(message).toBeVisible();
    await hers.keyboard.type("Once more");
    await expect(cards).toHaveCount(1);
    await message.getByRole("button", { name: "Close" }).click();
    expect(await axeFindings(his)).toEqual([]);
  });

  await test.step("an input method writes over a selection, and each letter is there once", async () => {
    const words = left.text.getByRole("paragraph").filter({ hasText: first });
    await words.click();
    await hers.keyboard.press("Home");
    await hers.keyboard.press("ControlOrMeta+Shift+ArrowRight");
    // The editor hears of a moved caret a moment after the page.
    const isSelected = () => left.text.evaluate((text) => !(text as Edited).editor.state.selection.empty);
    await expect.poll(isSelected).toBe(true);
    const input = await hers.context().newCDPSession(hers);
    for (const text of ["お", "おお", "大"])
      await input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await input.send("Input.insertText", { text: "大阪" });
    for (const review of [left, right]) {
      await expect(review.text.getByRole("insertion").filter({ hasText: "阪" })).toHaveText("大阪");
      await expect(review.text.getByRole("deletion").filter({ hasText: first })).toBeVisible();
    }
  });

  await test.step("a comment, a suggestion and a restore meet in the line", async () => {
    const { number } = await farid.api.version.create({ key: reviewKey, name: "Before they meet" });
    await line.click();
    await his.keyboard.press("End");
    await his.keyboard.type(` and ${wrong}`);
    await left.text.getByRole("paragraph").filter({ hasText: first }).click();
    await hers.keyboard.press("Home");
    const comment = async () => {
      await his.keyboard.press("Home");
      await his.keyboard.press("ControlOrMeta+Shift+ArrowRight");
      await his.keyboard.press("ControlOrMeta+Shift+M");
      await his.getByRole("textbox", { name: "Comment" }).fill("How full?");
      await his.keyboard.press("ControlOrMeta+Enter");
    };
    await Promise.all([comment(), hers.keyboard.type("Soon ")]);
    await expect(left.comments.getByRole("article")).toContainText("How full?");
    await expect(line.getByRole("insertion").filter({ hasText: "Soon" })).toBeVisible();
    await Promise.all([farid.api.version.restore({ key: reviewKey, number }), hers.keyboard.type("or later ")]);
    await expect(left.text).not.toContainText(wrong);
    await hers.keyboard.press("ControlOrMeta+Shift+L");
    await left.text.getByRole("paragraph").filter({ hasText: first }).click();
    await hers.keyboard.press("End");
    await hers.keyboard.type(last);
    await expect(right.text).toContainText(last);
    for (const review of [left, right]) await expect(review.saveState).toHaveText("Saved");
    // The page also draws the caret of the other one.
    const textOf = ({ text }: ReviewPage) => text.evaluate((element) => (element as Edited).editor.getText());
    await expect.poll(() => textOf(right)).toBe(await textOf(left));
    await expect(line).toContainText(`${typed}${first}`);
  });
});
