import { uniqueWord } from "../fixtures/people.ts";
import { expect, type Page, test } from "../fixtures/test.ts";
import { IncidentPage } from "../pages/incident.ts";
import { awake, pressTogether } from "../pages/keyboard.ts";

const LONG = "The primary was overloaded by spam that came through snippets and by a job that removed an account";

/** A story of one evening with an outlier two days before it, twenty lines in all. */
const NOTES = [
  "2025-03-02 09:00 UTC session-store 4.2 merged",
  "2025-03-04 14:00 UTC deploy of payments 4.12 finished",
  "2025-03-04 14:05 UTC customers started to see failed payments",
  "2025-03-04 14:07 UTC alert fires and on-call is paged",
  `2025-03-04 14:08 UTC ${LONG}. ${LONG} of an employee, which took an hour of the primary on its own`,
  ...Array.from({ length: 13 }, (_, n) => `2025-03-04 14:${10 + n} UTC looked at dashboard ${n}`),
  "2025-03-04 14:30 UTC rollback of payments finished",
  "2025-03-04 14:31 UTC resolved: payments are back to normal",
].join("\n");

const rowsOf = (page: Page) => page.getByRole("list", { name: "Events in order" }).getByRole("listitem");

test("a timeline is curated from one screen: rows, suggestions, zoom, a range, and nothing typed is lost", async ({
  person,
  open,
}) => {
  const maya = await person("member");
  const title = `Payments failing ${uniqueWord()}`;
  const { key } = await maya.api.incident.create({ title, severity: 2, startedAt: "2025-03-04T14:05:00Z" });
  await maya.api.import.create({ key, filename: "notes.md", content: NOTES });
  const page = await open(maya);
  const { keyboard } = page;
  const incident = new IncidentPage(page);
  const current = page.getByRole("listitem").and(page.locator("[aria-current]"));
  const score = page.getByRole("region", { name: "Events by kind" });

  await test.step("ten rows are on the first screen", async () => {
    await page.goto(`/incidents/${key}`);
    await awake(page);
    await expect(incident.row("alert fires and on-call is paged")).toBeVisible();
    const whole = await rowsOf(page).evaluateAll(
      (rows) => rows.filter((row) => row.id && row.getBoundingClientRect().bottom <= window.innerHeight).length,
    );
    expect(whole).toBeGreaterThanOrEqual(10);
  });

  await test.step("a long title fits one line, and the body does not repeat it", async () => {
    const row = incident.row("The primary was overloaded");
    expect((await row.boundingBox())?.height).toBeLessThanOrEqual(37);
    await row.click({ position: { x: 600, y: 30 } });
    await expect(row.getByRole("button", { expanded: true })).toBeVisible();
    await expect(row).toContainText("an hour of the primary on its own");
    const said = ((await row.textContent())?.match(/The primary was overloaded by spam/g) ?? []).length;
    expect(said).toBeLessThanOrEqual(2);
    await keyboard.press("Enter");
    await expect(row.getByRole("button", { expanded: true })).toHaveCount(0);
  });

  await test.step("Y sets what is suggested on the row, Shift Y rejects it, and undo reverts either", async () => {
    await incident
      .row("alert fires and on-call is paged")
      .getByRole("button", { name: "alert fires and on-call is paged" })
      .focus();
    await expect(current).toContainText("Detected?");
    await keyboard.press("Shift+Y");
    await expect(current).not.toContainText("Detected?");
    await expect(current).toContainText("Paged?");
    await keyboard.press("ControlOrMeta+z");
    await expect(current).toContainText("Detected?");
    await keyboard.press("y");
    await expect(current).not.toContainText("Detected?");
    await keyboard.press("y");
    await expect(current).not.toContainText("Paged?");
    const { milestones } = await maya.api.timeline.metrics({ key });
    expect(milestones.find(({ name }) => name === "paged")?.eventId).not.toBeNull();
  });

  await test.step("H twice hides two rows, without a wait in between", async () => {
    const hidden = ["session-store 4.2 merged", "deploy of payments 4.12 finished"].map((words) => incident.row(words));
    await pressTogether(page, "Home", "h", "h");
    for (const row of hidden) await expect(row).toHaveCount(0);
    await expect(current).toContainText("customers started to see failed payments");
    await keyboard.press("ControlOrMeta+z");
    await keyboard.press("ControlOrMeta+z");
    for (const row of hidden) await expect(row).toBeVisible();
  });

  await test.step("M chooses by name: only the highlighted milestone is set", async () => {
    await keyboard.press("m");
    const dialog = page.getByRole("dialog", { name: /^Set milestone for E\d+/ });
    await keyboard.type("acknowl");
    await expect(dialog.getByRole("option")).toHaveCount(1);
    await expect(dialog.getByRole("option")).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
    await keyboard.press("Enter");
    await expect(current).toContainText("Acknowledged");
    await keyboard.press("ControlOrMeta+z");
    await expect(current).not.toContainText("Acknowledged");
  });

  await test.step("Esc keeps the place in the list", async () => {
    const before = await current.getAttribute("id");
    await keyboard.press("Escape");
    await expect(current).toHaveAttribute("id", before ?? "");
  });

  await test.step("the outlier folds away, and zoom leaves the fold as it is", async () => {
    const fold = score.locator("rect[data-fold]");
    await expect(fold).toHaveCount(1);
    await expect(score).toContainText("2 d 5 h");
    const width = await fold.getAttribute("width");
    await keyboard.press("+");
    await keyboard.press("+");
    await expect(score.getByRole("img").last()).toHaveJSProperty("clientWidth", 1360 * 4);
    expect(Math.round(Number(await fold.getAttribute("width")))).toBe(Math.round(Number(width)));
    await keyboard.press("0");
    await expect(score.getByRole("img").last()).toHaveJSProperty("clientWidth", 1360);
  });

  await test.step("a range is brushed, the list goes there, and only a second step hides the rest", async () => {
    const box = await score.boundingBox();
    if (!box) throw new Error("no score");
    await page.mouse.move(box.x + 900, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 1345, box.y + 60, { steps: 6 });
    await page.mouse.up();
    await expect(rowsOf(page).filter({ hasText: "alert fires and on-call is paged" })).toHaveCount(1);
    await page.getByRole("button", { name: /^Show only these \d+$/ }).click();
    await expect(page.getByText("are outside this range")).toBeVisible();
    await expect(incident.row("session-store 4.2 merged")).toHaveCount(0);
    const start = page.getByRole("slider", { name: "Start of the range" });
    await start.focus();
    const before = await start.getAttribute("aria-valuenow");
    await keyboard.press("Shift+ArrowRight");
    await expect(start).not.toHaveAttribute("aria-valuenow", before ?? "");
    await page
      .getByRole("button", { name: /^Whole incident/ })
      .last()
      .click();
    await expect(incident.row("session-store 4.2 merged")).toHaveCount(1);
  });

  await test.step("Ctrl Z after a reload says that there is nothing", async () => {
    await page.reload();
    await awake(page);
    await keyboard.press("ControlOrMeta+z");
    await expect(page.getByText("Nothing to undo here any more")).toBeVisible();
  });

  await test.step("what is typed in the editor outlives the session", async () => {
    await incident.row("looked at dashboard 3").getByRole("button", { name: "looked at dashboard 3" }).focus();
    await page.context().clearCookies();
    await keyboard.press("e");
    const field = page.getByRole("textbox", { name: "What happened" });
    await expect(field).toBeFocused();
    await keyboard.type(", and found nothing");
    await keyboard.press("Enter");
    const again = page.getByRole("dialog", { name: "Sign in again" });
    await again.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByText("your change wasn't saved").first()).toBeVisible();
    await expect(field).toHaveValue("looked at dashboard 3, and found nothing");
    await field.press("Enter");
    await again.getByLabel(/^Password of/).fill(maya.password);
    await keyboard.press("Enter");
    await expect(again).toBeHidden();
    await expect(incident.row("looked at dashboard 3, and found nothing")).toBeVisible();
  });
});
