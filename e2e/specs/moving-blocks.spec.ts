import { axeFindings } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/test.ts";
import { twoWriters } from "../fixtures/two-writers.ts";
import type { ReviewPage } from "../pages/review.ts";

test("blocks: moved by keys and by the grip with a colleague in them", async ({ person, open }) => {
  const { hers, his, writer, other } = await twoWriters(person, open);
  await hers.keyboard.type("first line");
  await hers.keyboard.press("Enter");
  await hers.keyboard.type("second line");
  const lines = (review: ReviewPage) => review.text.getByRole("paragraph").filter({ hasText: /(first|second) line/ });
  const bothShow = async (...words: string[]) => {
    for (const review of [writer, other]) await expect(lines(review)).toHaveText(words);
  };
  /** Presses until the order changes. It doesn't while the block is being written in. */
  const pressUntil = async (keys: string, ...words: string[]) => {
    await expect(async () => {
      const [top] = await lines(writer).allTextContents();
      if (top !== words[0]) await hers.keyboard.press(keys);
      await expect(lines(writer)).toHaveText(words, { timeout: 1000 });
    }).toPass();
    await bothShow(...words);
  };
  await bothShow("first line", "second line");

  const second = "second line of five words";
  await test.step("not while he types in it, up a moment later with his caret, and back by undo", async () => {
    await lines(other).filter({ hasText: "second" }).click();
    await his.keyboard.press("End");
    await his.keyboard.type(" of five");
    await bothShow("first line", "second line of five");
    await hers.keyboard.press("Alt+Shift+ArrowUp");
    await expect(hers.getByText("Someone is writing in this block.")).toBeVisible();
    await pressUntil("Alt+Shift+ArrowUp", "second line of five", "first line");
    await his.keyboard.type(" words");
    await bothShow(second, "first line");
    await pressUntil("ControlOrMeta+z", "first line", second);
  });

  await test.step("down by the grip, by dragging and from its menu", async () => {
    await lines(writer).filter({ hasText: "first" }).hover();
    const grip = hers.getByRole("button", { name: "Move block" });
    await grip.hover();
    await hers.mouse.down();
    const end = await lines(writer).filter({ hasText: "second" }).boundingBox();
    const below = (end?.y ?? 0) + (end?.height ?? 0) + 4;
    await hers.mouse.move(end?.x ?? 0, below - 10);
    await hers.mouse.move(end?.x ?? 0, below);
    await hers.mouse.up();
    await bothShow(second, "first line");
    await lines(writer).filter({ hasText: "first" }).hover();
    await grip.click();
    expect(await axeFindings(hers)).toEqual([]);
    await hers.getByRole("menuitem", { name: /Move up/ }).click();
    await bothShow("first line", second);
  });

  await test.step("on a phone from the menu, and not while suggesting", async () => {
    await lines(other).filter({ hasText: "second" }).click();
    await his.keyboard.press("End");
    await his.keyboard.type(" /move");
    await his.keyboard.press("Enter");
    await expect(lines(writer).first()).toContainText("second line");
    await hers.getByRole("button", { name: "Suggesting" }).click();
    await lines(writer).filter({ hasText: "first" }).click();
    await hers.keyboard.press("Alt+Shift+ArrowUp");
    await expect(hers.getByText("You can't suggest moving a block.")).toBeVisible();
  });
});
