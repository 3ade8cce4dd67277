import { expect, type Page, type Route } from "@playwright/test";
import { makeRow } from "../follow/action-item/testing/make-row.ts";
import { test, told } from "./gallery.ts";

const CONFLICT = { code: "conflict", title: "Changed meanwhile" };

/** A server with one change, that rejects a stale version and responds when told to. */
async function serve(page: Page) {
  const held: Route[] = [];
  let current = 1;
  await page.route("**/api/rpc/strategicChange/update", (route) => void held.push(route));
  return {
    saveAsSomeoneElse: () => {
      current += 1;
    },
    answer: async () => {
      await expect.poll(() => held.length).toBe(1);
      const route = held.pop();
      const { version } = route?.request().postDataJSON().json ?? {};
      if (version !== current) {
        const json = { defined: false, code: "CONFLICT", status: 409, message: CONFLICT.title, data: CONFLICT };
        await route?.fulfill({ status: 409, json: { json, meta: [] } });
        return;
      }
      current += 1;
      await route?.fulfill({ json: { json: { key: "SC-1", version: current }, meta: [] } });
    },
  };
}

test("a second save on a page waits for the first and uses its version", async ({ page, mount }) => {
  const server = await serve(page);
  await mount("Saves");
  await page.getByRole("button", { name: "Save the problem" }).press("Enter");
  await page.getByRole("button", { name: "Save the hypothesis" }).press("Enter");
  await server.answer();
  await server.answer();
  await expect(told(page)).toHaveText('"problem 2" "hypothesis 3"');
  await expect(page.getByText(/Someone else changed/)).toBeHidden();
});

test("someone else's save is still a conflict, for each save that was made before it was read", async ({
  page,
  mount,
}) => {
  const server = await serve(page);
  await mount("Saves");
  server.saveAsSomeoneElse();
  await page.getByRole("button", { name: "Save the problem" }).press("Enter");
  await page.getByRole("button", { name: "Save the hypothesis" }).press("Enter");
  await server.answer();
  await server.answer();
  await expect(page.getByText(/Someone else changed SC-1 first/)).toHaveCount(2);
  await expect(told(page)).toHaveText("");
});

test("the focus stays near a control that disappears with what it changed", async ({ page, mount }) => {
  await mount("KeptFocus");
  const button = (name: string) => page.getByRole("button", { name });
  await button("Answer").press("Enter");
  await expect(button("Answer")).toBeHidden();
  await expect(button("Unblock")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(button("Unblock")).toBeHidden();
  await expect(button("More")).toBeFocused();
});

test("a notice that replaces the one with the pressed control gets the focus, and none of its buttons", async ({
  page,
  mount,
}) => {
  await mount("KeptFocus");
  await page.getByRole("button", { name: "Approve" }).press("Enter");
  await expect(page.getByRole("region", { name: "Waived" })).toBeFocused();
});

test("a notice that comes with the change gets the focus, otherwise the next step", async ({ page, mount }) => {
  await mount("KeptFocus");
  await page.getByRole("button", { name: "End a waiver of a blocked action" }).press("Enter");
  await expect(page.getByRole("region", { name: "Blocked" })).toBeFocused();
  await mount("KeptFocus");
  await page.getByRole("button", { name: "End a waiver", exact: true }).press("Enter");
  await expect(page.getByRole("button", { name: "Start" })).toBeFocused();
});

test("an update that is asked for again gets the focus with its text, and closing it returns the focus", async ({
  page,
  mount,
}) => {
  await mount("Reporting");
  const update = page.getByRole("button", { name: "Update", exact: true });
  const health = page.getByRole("radio", { name: /On track/ });
  await update.press("Enter");
  await expect(health).toBeFocused();
  const shapes = page.getByRole("group", { name: "Health" }).locator("[data-kind] svg");
  expect(new Set(await shapes.evaluateAll((all) => all.map(({ innerHTML }) => innerHTML))).size).toBe(3);
  await page.getByRole("textbox", { name: "Progress" }).fill("Two of three regions moved");
  await update.press("Enter");
  await expect(health).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Progress" })).toHaveValue("Two of three regions moved");
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(page.getByRole("button", { name: "Add update" })).toBeFocused();
});

test("an update that isn't sent comes back with its panel, until it is discarded", async ({ page, mount }) => {
  await mount("Reporting");
  const progress = page.getByRole("textbox", { name: "Progress" });
  const close = page.getByRole("button", { name: "Close the panel" });
  const reopen = async () => {
    await close.press("Enter");
    await expect(page.getByRole("heading", { name: "Updates" })).toBeHidden();
    await page.getByRole("button", { name: "Open the panel" }).press("Enter");
    await expect(page.getByRole("heading", { name: "Updates" })).toBeVisible();
  };
  await page.getByRole("button", { name: "Update", exact: true }).press("Enter");
  await reopen();
  await expect(progress).toBeHidden();
  await page.getByRole("button", { name: "Update", exact: true }).press("Enter");
  await page.getByRole("radio", { name: /At risk/ }).check();
  await progress.fill("Two of three regions moved");
  await reopen();
  await expect(progress).toHaveValue("Two of three regions moved");
  await expect(page.getByRole("radio", { name: /At risk/ })).toBeChecked();
  await expect(close).toBeFocused();
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await reopen();
  await expect(progress).toBeHidden();
});

test("what is written into an update while it is sent stays", async ({ page, mount }) => {
  const held: Route[] = [];
  await page.route("**/api/rpc/strategicChange/reportHealth", (route) => void held.push(route));
  const saved = async (version: number) => {
    await expect.poll(() => held.length).toBe(1);
    await held.pop()?.fulfill({ json: { json: { key: "SC-1", version, updates: [] }, meta: [] } });
  };
  await mount("Reporting");
  await page.getByRole("button", { name: "Update", exact: true }).press("Enter");
  const progress = page.getByRole("textbox", { name: "Progress" });
  await progress.fill("Two regions moved");
  await progress.press("Control+Enter");
  await progress.press("End");
  await page.keyboard.type(", the third is next");
  await page.getByRole("textbox", { name: "Help needed" }).fill("Two weeks of Mail");
  await saved(2);
  await expect(page.getByText("Health update added to SC-1")).toBeVisible();
  await expect(progress).toHaveValue(", the third is next");
  await expect(page.getByRole("textbox", { name: "Help needed" })).toHaveValue("Two weeks of Mail");
  await progress.press("Control+Enter");
  await saved(3);
  await expect(progress).toBeHidden();
});

test("the answers to an action stay while its panel is closed, and ask before the page is left", async ({
  page,
  mount,
}) => {
  await mount("Verifying");
  const met = page
    .getByRole("group", { name: /answer to: It pages/ })
    .getByRole("button", { name: "Met", exact: true });
  await met.press("Enter");
  await page.getByRole("textbox", { name: "How you checked it" }).fill("Pulled the plug 👩‍🚒");
  await page.getByRole("button", { name: "Close the panel" }).press("Enter");
  await expect(met).toBeHidden();
  const asked = page.waitForEvent("dialog");
  void page.evaluate(() => location.reload());
  await (await asked).dismiss();
  await page.getByRole("button", { name: "Open the panel" }).press("Enter");
  await expect(met).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("textbox", { name: "How you checked it" })).toHaveValue("Pulled the plug 👩‍🚒");
});

test("the dialog of a verification asks for a second Esc after an answer, and then discards it", async ({
  page,
  mount,
}) => {
  await mount("Verifying");
  const open = page.getByRole("button", { name: "Verify in a dialog" });
  const dialog = page.getByRole("dialog");
  const met = dialog
    .getByRole("group", { name: /answer to: It pages/ })
    .getByRole("button", { name: "Met", exact: true });
  await open.press("Enter");
  await met.press("Enter");
  await page.keyboard.press("Escape");
  await expect(dialog.getByText("Press Esc again to discard your changes")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await open.press("Enter");
  await expect(met).toHaveAttribute("aria-pressed", "false");
});

test("a file is evidence for a point, stays in its form until it is sent, and is kept if it is rejected", async ({
  page,
  mount,
}) => {
  const held: Route[] = [];
  await page.route("**/api/v1/action-items/ACT-3/evidence", (route) => void held.push(route));
  const answer = async (status: number, json: object) => {
    await expect.poll(() => held.length).toBe(1);
    await held.pop()?.fulfill({ status, json });
  };
  await mount("Verifying");
  await page.getByRole("button", { name: "Add evidence" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Add evidence to ACT-3" });
  const send = dialog.getByRole("button", { name: "Add evidence" });
  await dialog.getByRole("combobox", { name: "Type" }).selectOption("file");
  await dialog.getByRole("combobox", { name: "For" }).selectOption("2. It is quiet");
  await dialog.getByRole("textbox", { name: "How it was checked" }).fill("Drill in production");
  await send.press("Enter");
  await expect(dialog.getByText("Choose a file", { exact: true })).toBeVisible();
  const file = dialog.locator('input[type="file"]');
  await file.setInputFiles({ name: "empty.log", mimeType: "text/plain", buffer: Buffer.from("") });
  await expect(dialog.getByText("This file is empty. Choose another file.")).toBeVisible();
  await file.setInputFiles({ name: "drill.log", mimeType: "text/plain", buffer: Buffer.from("3 min 40 s") });
  await send.press("Enter");
  await expect(dialog.getByRole("progressbar", { name: "Sending drill.log" })).toBeAttached();
  const fields = [{ field: "file", message: "This picture is damaged" }];
  await answer(400, { code: "invalid", title: "Invalid", fields });
  await expect(dialog.getByText(/File: This picture is damaged/)).toBeVisible();
  await expect(dialog.getByText("drill.log, 10 B")).toBeVisible();
  await send.press("Enter");
  await dialog.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/No response/)).toHaveCount(0);
});

test("the error about what is missing goes once an answer is corrected", async ({ page, mount }) => {
  await mount("Verifying");
  const group = page.getByRole("group", { name: /answer to: It pages/ });
  await group.getByRole("button", { name: "Not met" }).press("Enter");
  await page.getByRole("button", { name: "Send back" }).press("Enter");
  await expect(page.getByText("Enter what is missing")).toBeVisible();
  await group.getByRole("button", { name: "Met", exact: true }).press("Enter");
  await expect(page.getByText("Enter what is missing")).toBeHidden();
  await expect(page.getByRole("textbox", { name: "How you checked it" })).toBeVisible();
});

test("a due date that can't be read isn't replaced by the one before it", async ({ page, mount }) => {
  await mount("DueEditor");
  const due = page.getByRole("textbox", { name: "Due" });
  await due.fill("18 Dec 2026");
  await due.press("Enter");
  await expect(page.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await expect(page.getByText("Enter a reason")).toHaveCount(0);
  await due.press("Enter");
  await expect(page.getByText("Enter a reason")).toBeVisible();
  await page.getByRole("textbox", { name: "Reason" }).fill("The parts come late");
  await due.fill("some day");
  await page.getByRole("button", { name: "Move the date" }).click();
  await expect(due).toBeFocused();
  await expect(due).toHaveAttribute("aria-invalid", "true");
  await expect(told(page)).toBeEmpty();
  await due.fill("21 Dec 2026");
  await page.getByRole("button", { name: "Move the date" }).click();
  await expect(told(page)).toHaveText(/"dueDate":"2026-12-21","reason":"The parts come late"/);
});

const problem = (status: number, data: object) => ({
  status,
  json: { json: { defined: false, code: "CONFLICT", status, message: "Refused", data }, meta: [] },
});
const newer = (number: number) => ({ ...makeRow(number, { status: "in_progress" }), version: 2 });

test("a step that someone else's change prevents opens its dialog again, with the words and the reason", async ({
  page,
  mount,
}) => {
  const sent: { version: number; reason: string }[] = [];
  let isRefused = true;
  await page.route("**/api/rpc/actionItem/transition", async (route) => {
    sent.push(route.request().postDataJSON().json);
    if (isRefused) await route.fulfill(problem(409, { ...CONFLICT, current: newer(1) }));
    else await route.fulfill({ json: { json: { ...newer(1), status: "declined", version: 3 }, meta: [] } });
  });
  await mount("Steps");
  const dialog = page.getByRole("dialog", { name: "Decline ACT-1" });
  const reason = dialog.getByRole("textbox", { name: "Reason and remaining risk" });
  await page.getByRole("button", { name: "Decline one" }).press("Enter");
  await reason.fill("The queue is replaced in March. השאלה נשארת");
  await dialog.getByRole("button", { name: "Decline", exact: true }).press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("ACT-1 changed while you were editing: it is In progress");
  await expect(reason).toHaveValue("The queue is replaced in March. השאלה נשארת");
  await page.keyboard.press("Escape");
  await expect(reason).toBeVisible();
  isRefused = false;
  await dialog.getByRole("button", { name: "Decline", exact: true }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("ACT-1: Declined")).toBeVisible();
  expect(sent.map(({ version }) => version)).toEqual([1, 2]);
});

test("of several actions, the dialog opens again for those that a rule rejects", async ({ page, mount }) => {
  await page.route("**/api/rpc/actionItem/changeSeveral", (route) =>
    route.fulfill({
      json: {
        json: {
          done: [{ ...newer(1), status: "declined" }],
          refused: [{ key: "ACT-2", code: "rule", message: "A waived action can't be declined", current: null }],
        },
        meta: [],
      },
    }),
  );
  await mount("Steps");
  await page.getByRole("button", { name: "Decline two" }).press("Enter");
  const both = page.getByRole("dialog", { name: "Decline 2 actions" });
  await both.getByRole("textbox", { name: "Reason and remaining risk" }).fill("Replaced in March");
  await both.getByRole("button", { name: "Decline", exact: true }).press("Enter");
  const rest = page.getByRole("dialog", { name: "Decline ACT-2" });
  await expect(rest.getByRole("textbox", { name: "Reason and remaining risk" })).toHaveValue("Replaced in March");
  await expect(rest.getByRole("alert")).toHaveText("ACT-2: A waived action can't be declined");
});

test("an editor in place opens again with what was typed, unless another one is open by then", async ({
  page,
  mount,
}) => {
  const held: Route[] = [];
  await page.route("**/api/rpc/actionItem/update", (route) => void held.push(route));
  const refuse = async () => {
    await expect.poll(() => held.length).toBe(1);
    await held.pop()?.fulfill(problem(422, { code: "rule", title: "Not now" }));
  };
  await mount("Steps");
  const title = page.getByRole("textbox", { name: "Title" });
  await page.getByRole("button", { name: "Title" }).press("Enter");
  await title.fill("Alert on the dead queue");
  await title.press("Enter");
  await expect(title).toBeHidden();
  await refuse();
  await expect(title).toHaveValue("Alert on the dead queue");
  await expect(page.getByRole("dialog", { name: "Edit the text" }).getByRole("alert")).toHaveText("ACT-1: Not now");
  await title.press("Enter");
  await page.getByRole("button", { name: "Block" }).press("Enter");
  await page.keyboard.type("Access");
  await refuse();
  await expect(page.getByRole("alert").filter({ hasText: "ACT-1: Not now" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Waiting for" })).toHaveValue("Access");
  await expect(title).toBeHidden();
});

test("the new name of a view stays in its dialog until it is saved", async ({ page, mount }) => {
  await mount("ViewDialog");
  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill("Late in Platform");
  await name.press("Enter");
  await expect(name).toHaveValue("Late in Platform");
  await expect(told(page)).toBeEmpty();
  await name.press("Enter");
  await expect(told(page)).toHaveText('["Late in Platform"]');
});
