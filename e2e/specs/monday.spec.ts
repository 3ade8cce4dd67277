import type { Locator } from "@playwright/test";
import { type Person, uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { awake, tabTo } from "../pages/keyboard.ts";

/** Decided in the meeting, one by one. */
const FIRST = 5;
/** Each with nine parts, so ten actions. */
const [LATE_TENS, IN_TIME_TENS] = [30, 10];
const LATE = FIRST + LATE_TENS * 10;
const DAY_MS = 86_400_000;
const WEEKS_2 = 14;

/** Actions of a team: the late ones are later than any other, so a meeting starts with them. Returns the first keys. */
async function seed(tpm: Person, owner: Person, { teamId, word }: { teamId: string; word: string }): Promise<string[]> {
  const fields = { type: "repair", priority: "P2", ownerId: owner.id, teamId } as const;
  const make = (title: string, dueDate: string) =>
    tpm.api.actionItem.create({ ...fields, title: `${title} ${word}`, dueDate });
  const first = await Promise.all(
    Array.from({ length: FIRST }, async (_, at) => {
      const { key, version } = await make(`Repair ${at + 1}`, `2001-01-0${at + 1}`);
      await owner.api.actionItem.transition({ key, version, to: "accepted" });
      return key;
    }),
  );
  const parts = Array.from({ length: 9 }, (_, at) => ({ title: `Part ${at + 1} ${word}` }));
  const ten = async (at: number) => {
    const { key, version } = await make(`Replace ${at + 1}`, at < LATE_TENS ? "2001-02-01" : "2035-01-01");
    await tpm.api.actionRework.split({ key, version, parts });
  };
  for (let at = 0; at < LATE_TENS + IN_TIME_TENS; at += FIRST)
    await Promise.all(Array.from({ length: FIRST }, (_, one) => ten(at + one)));
  return first;
}

test("a TPM runs a Monday over 400 actions by keyboard alone", async ({ admin, person, open }) => {
  const [tove, maya] = [await person("tpm"), await person("member")];
  const word = uniqueWord();
  const team = `A ${word}`;
  const { id: teamId } = await admin.team.create({ name: team, memberIds: [maya.id] });
  const keys = await seed(tove, maya, { teamId, word });
  const page = await open(tove);
  const { keyboard } = page;
  const [d = "", h = "", x = "", w = "", q = ""] = keys;
  const minutes = page.getByRole("complementary").filter({ hasText: "written as you go" });
  const line = (key: string) => minutes.getByRole("listitem").filter({ hasText: key });
  const press = async (name: string | RegExp) => {
    await tabTo(page, page.getByRole("button", { name }).first());
    await keyboard.press("Enter");
  };
  const item = page.getByRole("region", { name: "Late action" });
  const field = (name: string) => item.getByRole("textbox", { name });
  const personField = (name: RegExp) => item.getByRole("button", { name });
  /** Chooses an outcome by its key, once the page listens. Pressed in the field, the key would be text. */
  const choose = (key: string, first: Locator) =>
    expect(async () => {
      if (!(await first.isVisible())) await keyboard.press(key);
      await expect(first).toBeFocused({ timeout: 1000 });
    }).toPass();
  const type = async (...fields: (readonly [name: string, text: string])[]) => {
    for (const [at, [name, text]] of fields.entries()) {
      if (at > 0) await keyboard.press("Tab");
      await expect(field(name)).toBeFocused();
      await keyboard.type(text);
    }
    await keyboard.press("Enter");
  };
  const pick = async (name: RegExp) => {
    await expect(page.getByRole("button", { name })).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByRole("combobox").last()).toBeFocused();
    await keyboard.type(maya.name);
    await expect(page.getByRole("option", { name: maya.name })).toBeVisible();
    await keyboard.press("Enter");
    await expect(page.getByRole("button", { name })).toBeFocused();
    await keyboard.press("Tab");
  };
  const opened = (key: string) => expect(item).toContainText(key);

  await test.step("a figure of the week opens its rows, and they are as many", async () => {
    await page.goto("/");
    await awake(page);
    await keyboard.press("g");
    await keyboard.press("p");
    await tabTo(page, page.getByRole("link", { name: `${LATE}, ${team}, Late`, exact: true }));
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/\/actions\?/);
    await expect(page.getByRole("link", { name: `Repair 1 ${word}`, exact: true })).toBeVisible();
    const table = page.getByRole("table", { name: "Action items" });
    await expect(async () => {
      await keyboard.press("End");
      // The rows, and the heading above them.
      await expect(table).toHaveAttribute("aria-rowcount", String(LATE + 1), { timeout: 200 });
    }).toPass();
  });

  await test.step("the meeting goes from item to item by one key each", async () => {
    await keyboard.press("g");
    await keyboard.press("p");
    await tabTo(page, page.getByRole("link", { name: "Walk through" }));
    await keyboard.press("Enter");
    await press(/^(Start|Join) the meeting$/);
    await opened(d);
    await expect(item).toBeFocused();
    await choose("d", field("New date"));
    await type(["New date", "in 2 weeks"], ["Because", "The parts come late"]);
    await opened(h);
    await expect(item).toBeFocused();
    await choose("h", personField(/^From: /));
    await pick(/^From: /);
    await type(["By", "in 3 weeks"], ["What you need", "A second pair of eyes"]);
    await opened(x);
    await choose("x", field("Remaining risk"));
    await type(["Remaining risk", "One late order a month"]);
    await opened(w);
    await choose("w", field("Until"));
    await type(
      ["Until", "in 4 weeks"],
      ["Because", "The vendor moves first"],
      ["What limits the risk", "Orders are checked by hand"],
    );
    await opened(q);
    await choose("q", personField(/^Person to ask: /));
    await pick(/^Person to ask: /);
    await type(["By", "in 1 week"], ["Question", "Which part is missing?"]);
    await opened("Replace");
  });

  await test.step("one decision is undone, and the others stay", async () => {
    await expect(page.getByRole("button", { name: `Undo ${q}` })).toBeEnabled();
    await press(`Undo ${x}`);
    await expect(line(x).getByRole("deletion")).toBeVisible();
    await expect(line(x)).toBeFocused();
    await expect(page.getByRole("status").filter({ hasText: `${x}: declined` })).toHaveCount(0);
    expect((await tove.api.actionItem.get({ key: x })).status).toBe("accepted");
    const [moved, blocked, waived] = await Promise.all([d, h, w].map((key) => tove.api.actionItem.get({ key })));
    // One day more or less, because this process and the person can be on different days.
    const days = (Date.parse(moved?.dueDate ?? "") - Date.now()) / DAY_MS;
    expect([moved?.dueMoves, Math.abs(days - WEEKS_2) <= 2]).toEqual([1, true]);
    expect(blocked?.blockedBy?.name).toBe(maya.name);
    expect(waived?.waiver?.status).toBe("requested");
  });

  await test.step("its end leaves the minutes to read", async () => {
    await press("End the meeting");
    await expect(page.getByRole("button", { name: "Start the meeting" })).toBeVisible();
    const told = (await tove.api.notification.list({})).items.map(({ subject }) => subject);
    expect(told.some((subject) => subject.startsWith("Minutes of "))).toBe(true);
    const read = page.getByRole("region", { name: /^Minutes of / });
    await expect(read.getByRole("heading", { name: /^Minutes of / })).toBeFocused();
    for (const words of ["new date", "help needed from", "waiver until", `${maya.name} was asked to answer by`])
      await expect(read.getByRole("listitem").filter({ hasText: words }).first()).toBeVisible();
    await expect(read.getByRole("deletion").filter({ hasText: "One late order a month" })).toBeVisible();
  });

  await test.step("all of them are printed, although the list loads as one scrolls", async () => {
    await page.goto(`/actions?view=all&filter=title~${word}`);
    const rows = page.getByRole("row").filter({ hasText: word });
    await expect(rows.first()).toBeVisible();
    const printed = page.evaluate(
      (words) =>
        new Promise<number>((resolve) => {
          window.print = () => {
            window.dispatchEvent(new Event("beforeprint"));
            resolve([...document.querySelectorAll("tr")].filter((row) => row.textContent.includes(words)).length);
          };
        }),
      word,
    );
    await press("Export");
    await page.getByRole("menuitem", { name: "Print" }).press("Enter");
    expect(await printed).toBe(FIRST + (LATE_TENS + IN_TIME_TENS) * 10);
    await expect(page.getByText(/^Only the first/)).toHaveCount(0);
  });
});
