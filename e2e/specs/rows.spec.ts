import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { awake } from "../pages/keyboard.ts";

test("keys act on the row that has the focus, and Back closes its panel", async ({ person, open }) => {
  const [tove, maya] = [await person("tpm"), await person("member")];
  const word = uniqueWord();
  const make = (title: string) =>
    tove.api.actionItem.create({ type: "repair", priority: "P2", ownerId: maya.id, title: `${title} ${word}` });
  const keys: string[] = [];
  for (const title of ["Replace the disk", "Move the host", "Test the restore"]) keys.push((await make(title)).key);
  const page = await open(maya);
  const { keyboard } = page;
  const link = (title: string) => page.getByRole("link", { name: new RegExp(`${title} ${word}`) });

  await test.step("in the table, after J reached another one", async () => {
    await page.goto(`/actions?view=all&sort=newest&q=${word}`);
    await awake(page);
    await expect(link("Replace the disk")).toBeVisible();
    await keyboard.press("j");
    await link("Replace the disk").focus();
    await keyboard.press("x");
    const selected = page.getByRole("row", { selected: true });
    await expect(selected).toHaveCount(1);
    await expect(selected).toContainText("Replace the disk");
    await keyboard.press("x");
  });

  await test.step("its panel closes with Back, and opens again with Forward", async () => {
    const panel = page.getByRole("complementary", { name: keys[0] ?? "" });
    await keyboard.press("Space");
    await expect(panel).toBeVisible();
    await page.goBack();
    await expect(panel).toHaveCount(0);
    await expect(link("Replace the disk")).toBeVisible();
    await page.goForward();
    await expect(panel).toBeVisible();
    await keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    await expect(page).toHaveURL(new RegExp(`/actions\\?.*${word}`));
  });

  await test.step("in the inbox, even without J", async () => {
    await page.goto("/inbox");
    await awake(page);
    await expect(page.getByRole("link", { name: new RegExp(word) })).toHaveCount(3);
    await link("Move the host").focus();
    await keyboard.press("e");
    await expect(link("Move the host")).toHaveCount(0);
    await expect(page.getByRole("link", { name: new RegExp(word) })).toHaveCount(2);
  });

  await test.step("All done leaves the focus on the page", async () => {
    const all = page.getByRole("button", { name: "All done" });
    await all.focus();
    await keyboard.press("Enter");
    await expect(all).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
  });
});
