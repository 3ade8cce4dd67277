import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { awake } from "../pages/keyboard.ts";

test("what someone types is still there after Back and Forward, until it is sent or discarded", async ({
  person,
  open,
}) => {
  const word = uniqueWord();
  const maya = await person("member");
  const { key } = await maya.api.actionItem.create({
    ...{ type: "prevent", priority: "P2", ownerId: maya.id, title: `Rotate the keys ${word}` },
  });
  const page = await open(maya);
  const link = page.getByRole("link", { name: new RegExp(`Rotate the keys ${word}`) });

  await test.step("a new action that is half proposed", async () => {
    await page.goto("/strategy");
    await awake(page);
    await page.getByRole("link", { name: "Actions", exact: true }).first().click();
    const start = page.getByRole("button", { name: "Action", exact: true });
    const form = page.getByRole("dialog", { name: "Propose action" });
    const title = form.getByRole("textbox", { name: "Title" });
    const why = form.getByRole("textbox", { name: "Why" });
    await start.click();
    await title.fill(`Alert on old keys ${word}`);
    await why.fill("Nobody saw them expire");
    await page.goBack();
    await expect(form).toHaveCount(0);
    await page.goForward();
    await expect(title).toHaveValue(`Alert on old keys ${word}`);
    await expect(why).toHaveValue("Nobody saw them expire");
    await form.getByRole("button", { name: "Cancel" }).click();
    await expect(form).toHaveCount(0);
    await start.click();
    await expect(title).toHaveValue("");
    await page.keyboard.press("Escape");
  });

  await test.step("a step of a checklist and a comment", async () => {
    await page.goto(`/actions?view=all&q=${word}`);
    await awake(page);
    await link.click();
    await page.getByRole("link", { name: "Open the full page" }).click();
    const step = page.getByRole("textbox", { name: "Add to the checklist" });
    await step.fill("Ask the platform team");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    const comment = page.getByRole("textbox", { name: `Comment on ${key}` });
    await comment.fill("The old ones end in May");
    await page.goBack();
    await expect(page.getByRole("complementary", { name: key })).toBeVisible();
    await expect(comment).toHaveCount(0);
    await expect(step).toHaveValue("Ask the platform team");
    await page.goForward();
    await expect(comment).toBeVisible();
    await expect(step).toHaveValue("Ask the platform team");
    await expect(comment).toHaveText("The old ones end in May");
    await step.press("Enter");
    await expect(page.getByRole("checkbox", { name: "Ask the platform team" })).toBeVisible();
    await expect(step).toHaveValue("");
    await page.goBack();
    await expect(comment).toHaveCount(0);
    await page.goForward();
    await expect(comment).toBeVisible();
    await expect(step).toHaveValue("");
    await expect(comment).toHaveText("The old ones end in May");
  });
});
