import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { awake } from "../pages/keyboard.ts";

test("a view is saved, worked on as a board by keys alone, and read by a calendar", async ({ person, open }) => {
  const word = uniqueWord();
  const maya = await person("member");
  const fields = { type: "prevent", priority: "P2", ownerId: maya.id, dueDate: "2026-11-12" } as const;
  const { key } = await maya.api.actionItem.create({ ...fields, title: `Rehearse ${word}` });
  const page = await open(maya);
  const { keyboard } = page;
  const column = (name: string) => page.getByRole("region", { name, exact: true });

  await test.step("the address is saved as a view, and shows changes that aren't", async () => {
    await page.goto(`/actions?view=mine&filter=title~${word}`);
    await awake(page);
    await page.getByRole("button", { name: "View", exact: true }).press("Enter");
    await page.getByRole("menuitem", { name: "Save as a new view" }).press("Enter");
    await page.getByLabel("Name").fill(`All ${word}`);
    await keyboard.press("Enter");
    await expect(page.getByRole("link", { name: new RegExp(`All ${word}`) })).toHaveAttribute("aria-current", "page");
    await page.getByRole("button", { name: "Board", exact: true }).press("Enter");
    await expect(page.getByText("Unsaved changes")).toBeVisible();
    await page.getByRole("button", { name: /^Save “All/ }).press("Enter");
    await expect(page.getByText("Unsaved changes")).toBeHidden();
  });

  await test.step("a card is moved by the rules of the buttons", async () => {
    const handle = page.getByRole("button", { name: `Pick up ${key}` });
    await handle.press("Space");
    for (let columns = 0; columns < 4; columns++) await keyboard.press("ArrowRight");
    await expect(column("Verified").getByText("An action can't go from Proposed to Verified.")).toBeVisible();
    for (let columns = 0; columns < 3; columns++) await keyboard.press("ArrowLeft");
    await keyboard.press("Space");
    await expect(column("Accepted").getByRole("listitem")).toContainText(key);
  });

  await test.step("a phone shows one state at a time, and a card moves by its menu", async () => {
    const size = page.viewportSize() ?? { width: 1440, height: 900 };
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("tab", { name: "In progress" }).press("ArrowLeft");
    await expect(column("Proposed")).toHaveCount(0);
    await expect(column("Accepted").getByRole("listitem")).toContainText(key);
    await expect(page.getByRole("button", { name: `Pick up ${key}` })).toHaveCount(0);
    await page.getByRole("button", { name: `Move ${key}` }).press("Enter");
    await page.getByRole("menuitem", { name: "In progress" }).press("Enter");
    await expect(column("Accepted").getByRole("listitem")).toHaveCount(0);
    await page.getByRole("tab", { name: "Accepted" }).press("ArrowRight");
    await expect(column("In progress").getByRole("listitem")).toContainText(key);
    await page.setViewportSize(size);
  });

  await test.step("a calendar reads its dates until the feed is revoked", async () => {
    await page.getByRole("button", { name: "Export" }).press("Enter");
    await page.getByRole("menuitem", { name: "Calendar feeds" }).press("Enter");
    await page.getByRole("button", { name: `Create feed of “All ${word}”` }).press("Enter");
    const url = await page.getByRole("textbox", { name: "Feed URL" }).inputValue();
    const read = () => page.request.get(url, { headers: { cookie: "" } });
    expect(await (await read()).text()).toContain(`SUMMARY:${key} Rehearse ${word}`);
    await page.getByRole("button", { name: `Revoke All ${word}`, exact: true }).press("Enter");
    await expect.poll(async () => (await read()).status()).toBe(404);
    await expect(page.getByRole("textbox", { name: "Feed URL" })).toHaveCount(0);
  });
});
