import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { awake } from "../pages/keyboard.ts";

test("late owners are asked at once and by key, the question is withdrawn, and its owner snoozes it until it changes", async ({
  admin,
  person,
  open,
}) => {
  const [tove, maya] = [await person("tpm"), await person("member")];
  const word = uniqueWord();
  const { id: teamId } = await admin.team.create({ name: `A ${word}`, memberIds: [tove.id, maya.id] });
  const late = { type: "repair", priority: "P2", title: `Sign ${word}`, dueDate: "2020-01-01" } as const;
  const { key, version } = await tove.api.actionItem.create({ ...late, ownerId: maya.id, teamId });
  await maya.api.actionItem.transition({ key, version, to: "accepted" });
  const asked = async () =>
    (await maya.api.notification.list({ state: "new" })).items.filter(({ kind }) => kind === "action_item.asked")
      .length;
  const page = await open(tove);
  const { keyboard } = page;
  const question = page.getByRole("textbox", { name: "Question" });

  await test.step("My work asks the owners of what is late in my teams", async () => {
    await page.goto("/");
    await page.getByRole("button", { name: "Nudge owners" }).click();
    await expect(question).toHaveValue(/late/);
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(page.getByText("Asked about 1 action")).toBeVisible();
    await expect.poll(asked).toBe(1);
  });

  await test.step("the undo withdraws it before its owner has seen it", async () => {
    await keyboard.press("ControlOrMeta+z");
    await expect(page.getByText("Undone", { exact: true })).toBeVisible();
    await expect.poll(asked).toBe(0);
  });

  await test.step("N asks on the page of the action, and the history has all of it", async () => {
    await page.goto(`/actions/${key}`);
    await awake(page);
    await keyboard.press("n");
    await expect(question).toBeFocused();
    await keyboard.type("Is the date right?");
    await keyboard.press("ControlOrMeta+Enter");
    await expect.poll(asked).toBe(1);
    await expect(page.getByText(`${maya.name} was asked about it`)).toHaveCount(2);
    await expect(page.getByText("Question withdrawn")).toHaveCount(1);
  });

  await test.step("its owner snoozes the question until the action changes", async () => {
    const inbox = await open(maya);
    await inbox.goto("/inbox");
    const row = inbox.getByRole("listitem").filter({ hasText: `Question about ${key}` });
    await row.getByRole("button", { name: "Snooze" }).click();
    await inbox.getByRole("menuitem", { name: /^Until it changes/ }).click();
    await expect(row).toHaveCount(0);
    await expect(inbox.getByRole("link", { name: /^New/ })).toHaveText("New1");
    await inbox.getByRole("link", { name: "Snoozed" }).click();
    await expect(row).toContainText("until it changes");
    await expect(inbox.getByRole("link", { name: "Snoozed" })).toHaveText("Snoozed1");
  });
});
