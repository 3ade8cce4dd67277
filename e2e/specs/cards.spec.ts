import { axeFindings } from "../fixtures/axe.ts";
import { uniqueWord } from "../fixtures/people.ts";
import { tellStory } from "../fixtures/story.ts";
import { expect, test } from "../fixtures/test.ts";
import { ReviewPage } from "../pages/review.ts";

test("chips of records and people show a card on focus, with nothing that the reader can't open", async ({
  person,
  open,
}) => {
  const [maya, farid] = [await person("member"), await person("facilitator")];
  const { reviewKey } = await tellStory(maya);
  const title = `Alert on an empty backup ${uniqueWord()}`;
  const action = await maya.api.actionItem.create({
    ...{ title, type: "detect", priority: "P2", ownerId: maya.id, dueDate: "2025-04-01" },
  });
  const secret = await maya.api.incident.create({
    ...{ title: `Leaked keys ${uniqueWord()}`, severity: 1, startedAt: "2025-03-05T10:00:00Z", restricted: true },
  });
  const [hers, his] = [await open(maya), await open(farid)];
  const [writer, reader] = [new ReviewPage(hers), new ReviewPage(his)];
  const { keyboard } = hers;
  await writer.open(reviewKey);
  await writer.beginSection();
  // A space ends what the menu looks for.
  const lastName = farid.name.split(" ").at(-1) ?? "";
  for (const name of [action.key, secret.key, lastName]) {
    await keyboard.type(`@${name}`);
    const option = hers.getByRole("listbox", { name: "Cite or mention" }).getByRole("option", { name }).first();
    await expect(option).toHaveAttribute("aria-selected", "true");
    await keyboard.press("Enter");
  }
  await expect(writer.saveState).toHaveText("Saved");
  const card = hers.getByRole("tooltip");

  await test.step("by keys, from the caret backwards", async () => {
    await keyboard.press("Shift+Tab");
    await expect(writer.text.getByRole("button", { name: `@${farid.name}` })).toBeFocused();
    await expect(card).toContainText(farid.name);
    await expect(card).toContainText("Facilitator");
    await keyboard.press("Shift+Tab");
    await expect(card).toContainText(secret.title);
    await keyboard.press("Shift+Tab");
    await expect(writer.text.getByRole("link", { name: action.key })).toBeFocused();
    for (const words of [title, "Proposed", maya.name, "due Tue 1 Apr 2025", "d late"])
      await expect(card).toContainText(words);
    expect(await axeFindings(hers)).toEqual([]);
    await keyboard.press("Escape");
    await expect(card).toBeHidden();
    await expect(writer.text.getByRole("link", { name: action.key })).toBeFocused();
  });

  await test.step("for someone who can't open the record, neither its title nor its state", async () => {
    await reader.open(reviewKey);
    await reader.text.getByRole("link", { name: secret.key }).focus();
    const shown = his.getByRole("tooltip");
    await expect(shown).toHaveText(`${secret.key} doesn't exist, or you don't have access.`);
    await expect(his.getByText(secret.title)).toHaveCount(0);
  });
});
