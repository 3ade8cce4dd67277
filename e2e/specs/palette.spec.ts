import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { awake } from "../pages/keyboard.ts";

test("the palette searches the content of records, and knows the page and the selection", async ({ person, open }) => {
  const word = uniqueWord();
  const maya = await person("member");
  const { key } = await maya.api.incident.create({ title: `Files lost ${word}`, severity: 2 });
  const content = `2026-05-04 14:05 UTC the ${word} snapshot wrote an empty object`;
  await maya.api.import.create({ key, filename: "notes.md", content });
  const fields = { type: "prevent", priority: "P2", ownerId: maya.id } as const;
  const { key: actionKey } = await maya.api.actionItem.create({ ...fields, title: `Rehearse ${word}` });
  const page = await open(maya);
  const { keyboard } = page;
  const palette = page.getByRole("dialog", { name: "Search or jump" });
  const search = async (text: string) => {
    await keyboard.press("ControlOrMeta+k");
    await expect(palette).toBeVisible();
    await keyboard.type(text);
  };

  await test.step("a misspelt word finds the event, and Enter opens the timeline there", async () => {
    await page.goto("/");
    await awake(page);
    await search(`${word} snpashot`);
    const hit = palette.getByRole("option", { name: /wrote an empty object/ });
    await expect(hit).toHaveAttribute("aria-selected", "true");
    await keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/incidents/${key}\\?event=E1`));
  });

  await test.step("on an incident it lists the incident, its other pages and its commands", async () => {
    await awake(page);
    await search("");
    await expect(palette.getByText(key, { exact: true }).first()).toBeVisible();
    await expect(palette.getByRole("option", { name: /Add event/ })).toBeVisible();
    await keyboard.type("impact");
    await palette.getByRole("option", { name: `Impact ${key}` }).click();
    await expect(page).toHaveURL(new RegExp(`/incidents/${key}/impact`));
  });

  await test.step("with a row selected it changes that row", async () => {
    await page.goto(`/actions?q=${word}`);
    await awake(page);
    await expect(page.getByRole("row").filter({ hasText: actionKey })).toBeVisible();
    await keyboard.press("j");
    await keyboard.press("x");
    await search("prio");
    await expect(palette.getByText("1 selected", { exact: true })).toBeVisible();
    await expect(palette.getByRole("option").first()).toHaveAccessibleName(/Priority/);
    await keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Priority" })).toBeVisible();
    await keyboard.press("Escape");
  });
});
