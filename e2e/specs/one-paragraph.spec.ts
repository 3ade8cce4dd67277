import { uniqueWord } from "../fixtures/people.ts";
import { tellStory } from "../fixtures/story.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { ReviewPage, SAVED } from "../pages/review.ts";

test("two people write in one paragraph, and every letter is where its writer saw it", async ({ person, open }) => {
  const [maya, farid] = [await person("member"), await person("facilitator")];
  const { reviewKey } = await tellStory(maya);
  const word = uniqueWord();
  const [hers, his] = [await open(maya), await open(farid)];
  const [left, right] = [new ReviewPage(hers), new ReviewPage(his)];
  await left.open(reviewKey);
  await right.open(reviewKey);
  const line = (review: ReviewPage) => review.text.getByRole("paragraph").filter({ hasText: word });
  const bothShow = async (words: string) => {
    await expect(line(left)).toHaveText(words);
    await expect(line(right)).toHaveText(words);
  };
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await left.beginSection();
  await hers.keyboard.type(`alpha ${word}`);
  await bothShow(`alpha ${word}`);
  await line(right).click();
  await press(his, "Home");

  await test.step("letter by letter, one at the end and one at the start", async () => {
    let words = `alpha ${word}`;
    for (const [index, letter] of [..."ABCDEF"].entries()) {
      await hers.keyboard.type(letter);
      words += letter;
      await bothShow(words);
      await his.keyboard.type(String(index + 1));
      words = words.replace("alpha", `${index + 1}alpha`);
      await bothShow(words);
    }
  });

  await test.step("a caret that is not moved keeps its place", async () => {
    await his.keyboard.type("and then ");
    await bothShow(`123456and then alpha ${word}ABCDEF`);
    await hers.keyboard.type("!");
    await bothShow(`123456and then alpha ${word}ABCDEF!`);
    await press(hers, "Home");
    await hers.keyboard.type("0");
    await his.keyboard.type("so ");
    await bothShow(`0123456and then so alpha ${word}ABCDEF!`);
  });

  await test.step("the words are deleted and restored under her caret", async () => {
    await press(hers, "End");
    await right.open(reviewKey); // The letters just typed would belong to the same undo step.
    await line(right).click();
    await press(his, "Home", "Shift+End", "Delete");
    await expect(line(left)).toHaveCount(0);
    await press(his, "ControlOrMeta+z");
    await bothShow(`0123456and then so alpha ${word}ABCDEF!`);
    await hers.keyboard.type("?");
    await expect(line(right)).toContainText("?");
    await expect(line(left)).toContainText("?");
  });

  await test.step("a caret just moved stays, although his letter arrives before the browser reports the move", async () => {
    await press(hers, "End");
    await hers.keyboard.type(".");
    await hers.evaluate(() => addEventListener("selectionchange", (told) => told.stopImmediatePropagation(), true));
    await press(hers, "ArrowLeft", "ArrowLeft", "ArrowLeft");
    await press(his, "Home");
    await his.keyboard.type("+");
    await expect(line(left)).toContainText("+");
    await hers.keyboard.type("_");
    for (const review of [left, right]) await expect(line(review)).toContainText(`${word}ABCDE_F!.`);
    await left.open(reviewKey);
    // A block that loads above the paragraph moves it away from the click.
    await expect(hers.getByRole("status", { name: /^(Loading|Opening)/ })).toHaveCount(0);
  });

  await test.step("both press Enter at the same moment, and one of them is offline", async () => {
    await left.text.getByRole("paragraph").filter({ hasText: word }).click();
    await press(hers, "End", "Enter");
    await hers.keyboard.type("north south east");
    const lines = (review: ReviewPage) => review.text.getByRole("paragraph").filter({ hasText: /north|south|east/ });
    await expect(lines(right)).toHaveText(["north south east"]);
    await his.context().setOffline(true);
    await expect(right.saveState).toContainText("Offline");
    await lines(right).click();
    await press(his, "End", ...Array<string>(4).fill("ArrowLeft"), "Enter");
    await press(hers, "Home", ...Array<string>(6).fill("ArrowRight"), "Enter");
    await expect(left.saveState).toHaveText("Saved");
    await his.context().setOffline(false);
    for (const review of [left, right]) {
      await expect(review.saveState).toHaveText(SAVED);
      await expect(async () => {
        const whole = (await lines(review).allTextContents()).join("");
        expect(whole.replaceAll(" ", "")).toBe("northsoutheast");
      }).toPass();
    }
  });
});

test("a first click into the text stays, although the text is drawn and a letter arrives before the browser reports it", async ({
  person,
  open,
}) => {
  const [maya, farid] = [await person("member"), await person("facilitator")];
  const { reviewKey } = await tellStory(maya);
  const word = uniqueWord();
  const [hers, his] = [await open(maya), await open(farid)];
  const [left, right] = [new ReviewPage(hers), new ReviewPage(his)];
  await left.open(reviewKey);
  await left.beginSection();
  await hers.keyboard.type(`alpha ${word}`);
  await expect(left.saveState).toHaveText("Saved");
  await right.open(reviewKey);
  const line = right.text.getByRole("paragraph").filter({ hasText: word });
  await expect(left.here.getByRole("listitem")).toHaveCount(1);
  await his.evaluate(() => addEventListener("selectionchange", (told) => told.stopImmediatePropagation(), true));
  // Whatever is drawn, such as a note about facts, puts the caret where the editor has it.
  await right.text.evaluate((text) => {
    type View = { props: { attributes: object }; setProps: (props: object) => void };
    const { view } = (text as unknown as { editor: { view: View } }).editor;
    const draw = () => view.setProps({ attributes: { ...view.props.attributes, "data-drawn": "" } });
    addEventListener("click", draw, { once: true });
  });
  await line.click();
  await hers.keyboard.type("!");
  await expect(line).toContainText("!");
  await his.keyboard.press("End");
  await his.keyboard.type("_");
  for (const review of [left, right]) await expect(review.text).toContainText(`alpha ${word}!_`);
});
