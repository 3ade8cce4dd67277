import { uniqueWord } from "../fixtures/people.ts";
import { tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { ReviewPage } from "../pages/review.ts";

test("a version is named, compared and restored while a colleague writes", async ({ person, open }) => {
  const [maya, farid] = [await person("member"), await person("facilitator")];
  const { reviewKey } = await tellStory(maya);
  const [first, second, wrong, typed] = [uniqueWord(), uniqueWord(), uniqueWord(), uniqueWord()];
  const [hers, his] = [await open(maya), await open(farid)];
  const left = new ReviewPage(hers);
  const right = new ReviewPage(his);
  await left.open(reviewKey);
  await left.beginSection();
  await hers.keyboard.type(`The pool was full ${first}`);
  await hers.keyboard.press("Enter");
  await hers.keyboard.type(second);
  await expect(left.saveState).toHaveText("Saved");

  const history = hers.getByRole("region", { name: "History" });
  const done = (words: string | RegExp) => hers.getByRole("status").filter({ hasText: words });
  await test.step("a person names what is there", async () => {
    await hers.getByRole("button", { name: "More" }).click();
    await hers.getByRole("menuitem", { name: "Versions" }).click();
    await hers.getByRole("button", { name: "Name this version" }).click();
    await hers.getByLabel("Name", { exact: true }).fill("After the interviews");
    await hers.keyboard.press("ControlOrMeta+Enter");
    await expect(done(/is named After the interviews/)).toBeVisible();
    await expect(history.getByRole("button", { name: /After the interviews v2/ })).toBeVisible();
  });

  await right.open(reviewKey);
  const line = right.text.getByRole("paragraph").filter({ hasText: first });
  await test.step("what changed since is shown by word, and comes back alone", async () => {
    await line.click();
    await his.keyboard.press("End");
    await his.keyboard.type(` and ${wrong}`);
    await expect(right.saveState).toHaveText("Saved");
    await hers.reload();
    const change = hers.getByRole("article", { name: "Paragraph changed" });
    await expect(change.getByRole("insertion")).toHaveText(` and ${wrong}`);
    await hers.keyboard.press("F8");
    await expect(change).toBeFocused();
    await change.getByRole("button", { name: "Restore", exact: true }).press("Enter");
    await expect(done("Restored")).toBeVisible();
    await expect(line).not.toContainText(wrong);
    await hers.keyboard.press("ControlOrMeta+z");
    await expect(line).toContainText(wrong);
  });

  await test.step("the whole text comes back, and a colleague's caret stays where it was", async () => {
    await right.text.getByRole("paragraph").filter({ hasText: second }).click();
    await his.keyboard.press("End");
    await history.getByRole("button", { name: /After the interviews v2/ }).click();
    await hers.getByRole("button", { name: "Restore v2" }).click();
    await expect(done("The text now matches v2")).toBeVisible();
    await expect(line).not.toContainText(wrong);
    await his.keyboard.type(typed);
    await expect(right.text).toContainText(`${second}${typed}`);
    await expect(right.saveState).toHaveText("Saved");
    await right.open(reviewKey);
    await expect(right.text).toContainText(`${second}${typed}`);
    await expect(right.text).toContainText(first);
  });
});

test("a sentence says who wrote it, in the text and between versions", async ({ person, open }) => {
  const [maya, farid] = [await person("member"), await person("facilitator")];
  const { reviewKey } = await tellStory(maya);
  const [hers, his] = [await open(maya), await open(farid)];
  const left = new ReviewPage(hers);
  const right = new ReviewPage(his);
  const [word, other] = [uniqueWord(), uniqueWord()];
  await left.open(reviewKey);
  await left.beginSection();
  await hers.keyboard.type(`The pool was full ${word}.`);
  await expect(left.saveState).toHaveText("Saved");
  await right.open(reviewKey);
  await right.text.getByRole("paragraph").filter({ hasText: word }).click();
  await his.keyboard.press("End");
  await his.keyboard.type(` Retries made it worse ${other}.`);
  await expect(right.saveState).toHaveText("Saved");

  await test.step("where it is selected in the text", async () => {
    await his.keyboard.press("Shift+Home");
    await his.getByRole("button", { name: "Who wrote this" }).click();
    const told = his.getByRole("status").filter({ hasText: "Written by" });
    await expect(told).toContainText(maya.name);
    await expect(told).toContainText(farid.name);
  });

  await test.step("where a person points at it, or reaches it by key, between versions", async () => {
    await hers.goto(`/reviews/${reviewKey}/versions`);
    await hers.getByRole("button", { name: "Who wrote this" }).click();
    const change = hers.getByRole("article").filter({ hasText: word });
    const author = change.getByRole("status");
    await change.getByRole("option", { name: other }).hover();
    await expect(author).toContainText(farid.name);
    await change.getByRole("option", { name: word }).focus();
    await expect(author).toContainText(maya.name);
    await hers.keyboard.press("ArrowRight");
    await expect(author).toContainText(farid.name);
  });
});

test("a viewer sees who versions are for", async ({ person, open }) => {
  const { reviewKey } = await tellStory(await person("member"));
  const page = await open(await person("viewer"));
  await page.goto(`/reviews/${reviewKey}/versions`);
  await expect(page.getByText("Versions are for people who can write in this review")).toBeVisible();
  await page.getByRole("link", { name: "Back to the review" }).click();
  await expect(page).toHaveURL(new RegExp(`/reviews/${reviewKey}$`));
});
