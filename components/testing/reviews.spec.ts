import { expect, type Page } from "@playwright/test";
import { test } from "./gallery.ts";

test("a nearly full text says what is left until there is room, and at its limit what is not saved", async ({
  page,
  mount,
}) => {
  await mount("NearlyFull");
  const press = (name: string) => page.getByRole("button", { name, exact: true }).press("Enter");
  const warning = page.getByText("This review is 81% full. 3,800 more paragraphs, list items and cells fit.");
  await expect(warning).toBeHidden();
  await press("Fill");
  await expect(warning).toContainText("Move long parts, such as logs, to the evidence of the incident");
  await press("Delete");
  await expect(warning).toBeHidden();
  await press("Read only");
  await expect(warning).toBeHidden();
  await press("Fill");
  await press("Overfill");
  await expect(warning).toBeHidden();
  await expect(page.getByText("This review has reached its maximum size.")).toBeVisible();
});

const TASK = {
  ...{ id: "t1", title: "Invite", fromTemplate: true, role: "facilitator", ownerId: null },
  ...{ people: [{ id: "u1", name: "Ada" }], days: -2, after: "meeting", dueOn: null, isOwnDay: false },
};

/** A server with one task, which answers when it is told to. */
async function serve(page: Page) {
  let task = { ...TASK, done: null as object | null, late: false, version: 1 };
  const asked: unknown[] = [];
  const waiting: (() => void)[] = [];
  const answer = (json: object) => ({ json: { json, meta: [] } });
  await page.route("**/api/rpc/review/get", (route) =>
    route.fulfill(answer({ key: "REV-1", tasks: [task], abilities: { write: true } })),
  );
  await page.route("**/api/rpc/reviewTask/*", async (route) => {
    const { version, done } = route.request().postDataJSON().json;
    asked.push([version, done]);
    await new Promise<void>((resolve) => waiting.push(resolve));
    task = { ...task, version: version + 1, done: done ? { at: "2026-03-02T12:00:00Z", by: null } : null };
    await route.fulfill(answer(task));
  });
  return {
    asked,
    answer: async () => {
      await expect.poll(() => waiting.length).toBe(1);
      waiting.pop()?.();
    },
  };
}

test("a task is ticked off and opened again by keys before the server has answered", async ({ page, mount }) => {
  const server = await serve(page);
  await mount("Tasks");
  const box = page.getByRole("checkbox", { name: "Done: Invite" });
  await box.press("Space");
  await expect(box).toBeChecked();
  await expect(page.getByText("1 of 1 done")).toBeVisible();
  await box.press("Space");
  await expect(box).not.toBeChecked();
  await box.press("Space");
  await expect(box).toBeChecked();
  for (let press = 0; press < 3; press += 1) {
    await server.answer();
    await expect(box).toBeChecked();
  }
  expect(server.asked).toEqual([
    [1, true],
    [2, false],
    [3, true],
  ]);
});

test("Enter waits for the items of the menu, and is a new line without any or before another key", async ({
  page,
  mount,
}) => {
  await mount("CaretMenu");
  const { keyboard } = page;
  const text = page.getByRole("textbox");
  const lines = () => text.getByRole("paragraph").allTextContents();
  const answer = (count: number) =>
    page.evaluate((detail) => window.dispatchEvent(new CustomEvent("answer", { detail })), count);
  await text.click();
  await keyboard.type("See @in");
  await keyboard.press("Enter");
  expect(await lines()).toEqual(["See @in"]);
  await answer(1);
  await expect.poll(lines).toEqual(["See Ines "]);
  await keyboard.type("@zz");
  await keyboard.press("Enter");
  await answer(0);
  await expect.poll(lines).toEqual(["See Ines @zz", ""]);
  await keyboard.type("@in");
  await keyboard.press("Enter");
  await keyboard.type("x");
  expect(await lines()).toEqual(["See Ines @zz", "@in", "x"]);
  await keyboard.type(" @in");
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  expect(await lines()).toEqual(["See Ines @zz", "@in", "x @in", ""]);
});

test("the comments of a phone fold the resolved ones to a count, and show them", async ({ page, mount }) => {
  await mount("ResolvedComment");
  const sheet = page.getByRole("dialog", { name: "Comments" });
  const comment = sheet.getByText("Which pool was it?");
  await expect(sheet).toContainText("No open comments");
  await expect(comment).toBeHidden();
  await sheet.getByRole("button", { name: "Show 1 resolved" }).press("Enter");
  await expect(comment).toBeVisible();
  await sheet.getByRole("button", { name: "Hide resolved comments" }).press("Enter");
  await expect(comment).toBeHidden();
});
