import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { awake } from "../pages/keyboard.ts";

test("a change is moved on the roadmap by keys, and a proposal leaves the intake until a day", async ({
  person,
  open,
}) => {
  const word = uniqueWord();
  const tpm = await person("tpm");
  const title = `Roll back ${word}`;
  const { key } = await tpm.api.strategicChange.create({ title, ownerId: tpm.id, targetQuarter: "2031-Q1" });
  const page = await open(tpm);
  const { keyboard } = page;
  const bar = page.getByRole("button", { name: `${key} ${title}` });

  await test.step("a new quarter asks why, and one undo moves it back", async () => {
    await page.goto("/strategy");
    await awake(page);
    await expect(bar).toHaveAccessibleName(/1 Jan 2031 to Mon 31 Mar 2031/);
    await bar.press("Space");
    await keyboard.press("ArrowRight");
    await expect(page.getByRole("status").getByText(`${key} moves to Q2 2031`)).toBeVisible();
    await keyboard.press("Enter");
    await page.getByLabel("Reason").fill("Two people are away until May");
    await page.getByLabel("Reason").press("Control+Enter");
    await expect(bar).toHaveAccessibleName(/8 Jan 2031 to Mon 7 Apr 2031/);
    await page.getByRole("button", { name: "Undo" }).press("Enter");
    await expect(bar).toHaveAccessibleName(/1 Jan 2031 to Mon 31 Mar 2031/);
  });

  await test.step("Space drops it too, and Escape or a second Space without a move puts it back", async () => {
    await bar.press("Space");
    await keyboard.press("Shift+ArrowLeft");
    await keyboard.press("Space");
    await expect(bar).toHaveAccessibleName(/1 Jan 2031 to Mon 24 Mar 2031/);
    await expect(bar).toHaveAttribute("aria-pressed", "false");
    await expect(page.getByText("Undo").first()).toBeVisible();
    await page.reload();
    await awake(page);
    for (const end of ["Space", "Escape"]) {
      await bar.press("Space");
      await expect(bar).toHaveAttribute("aria-pressed", "true");
      await keyboard.press(end);
      await expect(bar).toHaveAttribute("aria-pressed", "false");
    }
    await expect(bar).toHaveAccessibleName(/1 Jan 2031 to Mon 24 Mar 2031/);
  });

  await test.step("a deferred proposal says when it comes back", async () => {
    const entry = page.getByRole("listitem").filter({ hasText: `${title} ${key}` });
    await entry.getByRole("button", { name: "Commit" }).press("Enter");
    await entry.getByRole("button", { name: "Commit" }).last().press("Enter");
    await expect(entry.getByText("First enter how the effect is measured")).toBeVisible();
    await entry.getByRole("button", { name: "Defer" }).press("Enter");
    await entry.getByLabel("Until", { exact: true }).fill("5 Jul 2031");
    await entry.getByLabel("Because").fill("After the new queue");
    await entry.getByRole("button", { name: "Who owns the risk until then" }).press("Enter");
    await page.getByRole("option", { name: tpm.name }).click();
    await entry.getByRole("button", { name: "Defer" }).last().press("Enter");
    await expect(page.getByText(`${key}: deferred until Sat 5 Jul 2031`)).toBeVisible();
    await expect(entry).toHaveCount(0);
    await expect(page.getByRole("link", { name: `${key} ${title}` })).toBeVisible();
  });
});

test("a reason that is typed for a proposal stays when someone else decides it", async ({ person, open }) => {
  const [tove, ada] = [await person("tpm"), await person("admin")];
  const title = `Shard the queue ${uniqueWord()}`;
  const { key, version } = await tove.api.strategicChange.create({ title, targetQuarter: "2031-Q1" });
  const page = await open(tove);
  await page.goto("/strategy");
  await awake(page);
  const entry = page.getByRole("listitem").filter({ hasText: `${title} ${key}` });
  await entry.getByRole("button", { name: "Decline" }).press("Enter");
  await entry.getByLabel("Because").fill("The vendor stops next year");
  await ada.api.strategicChange.transition({
    ...{ key, version, to: "deferred", until: "2031-05-05", reason: "After the move", riskById: ada.id },
  });
  await expect(entry.getByText(`Someone else has decided on ${key}`)).toBeVisible();
  await expect(entry.getByLabel("Because")).toHaveValue("The vendor stops next year");
  await entry.getByRole("button", { name: "Decline" }).first().press("Enter");
  await expect(entry).toHaveCount(0);
});

test("a bar that someone else moved first falls back to the newer place, and can be moved from there", async ({
  person,
  open,
}) => {
  const [tove, ada] = [await person("tpm"), await person("admin")];
  const title = `Split the queue ${uniqueWord()}`;
  const { key, version } = await tove.api.strategicChange.create({ title, targetQuarter: "2031-Q1" });
  const page = await open(tove);
  await page.goto("/strategy");
  await awake(page);
  const bar = page.getByRole("button", { name: `${key} ${title}` });
  await bar.press("Space");
  await page.keyboard.press("ArrowRight");
  // It is on its way when someone else's arrives.
  await page.route(
    "**/api/rpc/roadmap/schedule",
    async (route) => {
      const days = { startsOn: "2031-02-05", endsOn: "2031-03-18" };
      await ada.api.roadmap.schedule({ key, version, ...days, milestones: [], also: [] });
      await route.continue();
    },
    { times: 1 },
  );
  const back = page.getByRole("button", { name: "Back", exact: true });
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Move it again" })).toBeVisible();
  await expect(bar).toHaveAccessibleName(/5 Feb 2031 to Tue 18 Mar 2031/);
  await expect(back).toHaveCount(0);
  await bar.press("Space");
  await page.keyboard.press("ArrowLeft");
  await back.click();
  await expect(bar).toBeFocused();
  await bar.press("Space");
  await page.keyboard.press("ArrowLeft");
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(bar).toHaveAccessibleName(/29 Jan 2031 to Tue 11 Mar 2031/);
  await expect(bar).toBeFocused();
});

test("the roadmap is grouped by theme, in the address and on paper", async ({ person, open }) => {
  const word = uniqueWord();
  const tpm = await person("tpm");
  const fields = { ownerId: tpm.id, targetQuarter: "2031-Q1" };
  const { key } = await tpm.api.strategicChange.create({
    title: `Rehearse ${word}`,
    theme: `Recovery ${word}`,
    ...fields,
  });
  const other = await tpm.api.strategicChange.create({ title: `Restore ${word}`, ...fields });
  const page = await open(tpm);
  const recovery = page.getByRole("region", { name: `Recovery ${word}`, exact: true });

  await test.step("a theme is chosen from those of other changes", async () => {
    await page.goto(`/strategy/${other.key}`);
    await awake(page);
    await page.getByRole("button", { name: "No theme" }).press("Enter");
    await page.keyboard.type(word);
    await page.getByRole("option", { name: `Recovery ${word}` }).waitFor();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: `Recovery ${word}` })).toBeFocused();
  });

  await test.step("both are in one group, after a reload and on paper too", async () => {
    await page.goto("/strategy");
    await awake(page);
    const groups = page.getByRole("group", { name: "Group by" });
    await groups.getByRole("button", { name: "Theme" }).press("Enter");
    await expect(page).toHaveURL(/by=theme/);
    await page.reload();
    await page.emulateMedia({ media: "print" });
    for (const one of [key, other.key]) await expect(recovery.getByText(one, { exact: true })).toBeVisible();
  });
});
