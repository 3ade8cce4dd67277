import { tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { tabTo } from "../pages/keyboard.ts";
import { ReviewPage } from "../pages/review.ts";

test("an engineer takes a draft to review using only the keyboard", async ({ person, open }) => {
  const maya = await person("member");
  const { reviewKey, word } = await tellStory(maya);
  const page = await open(maya);
  const { keyboard } = page;
  const review = new ReviewPage(page);
  const statement = `No one watched the error rate ${word}`;
  await review.open(reviewKey);

  await test.step("the generated text is accepted, and the focus stays in the outline", async () => {
    const generated = review.text.getByRole("button", { name: "Accept", exact: true });
    await expect(generated.first()).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "Accept all generated" }));
    await keyboard.press("Enter");
    await expect(generated).toHaveCount(0);
    await expect(page.getByRole("navigation", { name: "Sections" }).locator(":focus")).toBeVisible();
  });

  await test.step("a sentence that cites its evidence becomes a factor", async () => {
    await tabTo(page, page.getByRole("button", { name: /^Contributing factors ?, empty$/ }));
    await keyboard.press("Enter");
    await expect(review.text).toBeFocused();
    await keyboard.type(statement);
    const section = page.getByRole("button", { name: /^Contributing factors ?, / });
    await expect(section).toHaveAttribute("aria-current", "location");
    await keyboard.press("Shift+Home");
    await keyboard.press("ControlOrMeta+Shift+F");
    const panel = page.getByRole("complementary", { name: "New factor" });
    await expect(panel.getByRole("combobox", { name: "Statement" })).toHaveValue(statement);
    await tabTo(page, panel.getByRole("combobox", { name: "Status" }));
    await keyboard.type("Supported");
    await tabTo(page, panel.getByRole("button", { name: "Evidence for: Add evidence" }));
    await keyboard.press("Enter");
    await keyboard.type("alert fired");
    await expect(page.getByRole("option", { name: /alert fired: payment error rate/ })).toBeVisible();
    await keyboard.press("Enter");
    await keyboard.press("Escape");
    await tabTo(page, panel.getByRole("button", { name: "Add factor" }));
    await keyboard.press("Enter");
    const factor = review.factors.getByRole("listitem").filter({ hasText: statement });
    await expect(factor.getByRole("link", { name: /^E\d+$/ })).toBeVisible();
  });

  await test.step("no gate is open, and it is sent to review", async () => {
    await expect(review.saveState).toHaveText("Saved");
    await tabTo(page, review.bar.getByRole("button", { name: "Send to review" }));
    await keyboard.press("Enter");
    await expect(review.state).toHaveText("In review");
  });
});
