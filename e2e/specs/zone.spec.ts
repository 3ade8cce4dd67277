import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { ImportPage } from "../pages/import.ts";
import { IncidentPage } from "../pages/incident.ts";
import { awake } from "../pages/keyboard.ts";

const NOTES = `2025-03-04
14:02 customers see failed payments
14:16 rollback finished
`;

test("times without a zone are asked about once, answered for all, and asked about again when that is undone", async ({
  person,
  open,
}) => {
  const maya = await person("member");
  const { key } = await maya.api.incident.create({
    title: `Payments failing ${uniqueWord()}`,
    severity: 3,
    startedAt: "2025-03-04T14:02:00Z",
  });
  await maya.api.import.create({ key, filename: "notes.txt", content: NOTES });
  const page = await open(maya);
  const incident = new IncidentPage(page);
  await page.goto(`/incidents/${key}`);
  await awake(page);
  const asked = page.getByText("have no time zone");
  const row = incident.row("rollback finished");
  const answer = () =>
    page
      .getByRole("group", { name: /^Time zone of/ })
      .first()
      .getByRole("button", { name: "UTC" })
      .click();

  await answer();
  await expect(row).toContainText("14:16");
  await expect(asked).toBeHidden();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(asked).toBeVisible();

  await answer();
  await expect(asked).toBeHidden();
  await page.getByRole("button", { name: "Undo the time zone and day of notes.txt" }).click();
  await expect(asked).toBeVisible();
  await expect(row.locator("time")).toHaveCount(0);
});

const WEEK = `# Week 10

## Incident 1: payments

- 14:02 customers see failed payments
- 14:05 Alert PaymentErrors fired
- 14:16 Incident resolved

### Action items

- Add a probe for payments

## Incident 2: search

- 2025-03-08 09:00 Customer impact started: search is slow
- 2025-03-08 09:20 the index is restarted
- 2025-03-08 09:40 Incident resolved
`;
const DEPLOYS = "2025-02-10 09:12 UTC deploy bot: relay config 41\n2025-03-04 14:01 UTC deploy bot: payments 4.12\n";

const RELAY = `# 2025-03-04

## Timeline of the relay
- 14:03 UTC: the mail queue of the relay was growing

## Timeline
- 14:03 UTC mail queue of relay growing
- 25:10 UTC relay restarted
`;

test("the preview asks for day and zone in one question, for stray rows, pairs and times, and splits two incidents", async ({
  person,
  open,
}) => {
  const maya = await person("member");
  const word = uniqueWord();
  const { key } = await maya.api.incident.create({
    title: `Payments failing ${word}`,
    severity: 3,
    startedAt: "2025-03-04T14:02:00Z",
    resolvedAt: "2025-03-04T14:16:00Z",
  });
  const page = await open(maya);
  const imports = new ImportPage(page);
  await imports.open(key);
  await awake(page);
  await imports.drop("week.md", "text/markdown", WEEK);

  await test.step("the incident's day is suggested and chosen, the zone is not", async () => {
    const day = page.getByRole("radiogroup", { name: "Day of week.md" });
    await expect(day.getByRole("radio", { name: /^Tue 4 Mar 2025 proposed/ })).toBeChecked();
    await page
      .getByRole("radiogroup", { name: "Time zone of week.md" })
      .getByRole("radio", { name: /^UTC/ })
      .press("Space");
    await expect(page.getByText("becomes Tue 4 Mar 2025, 14:02 UTC")).toBeVisible();
    await expect(imports.rows.getByRole("rowheader", { name: /^Tue 4 Mar 2025/ })).toBeVisible();
  });

  await test.step("a row is cleared by its key", async () => {
    const tick = imports.rows.getByRole("checkbox", { name: /Alert PaymentErrors/ });
    await tick.press("Space");
    await expect(tick).not.toBeChecked();
    await expect(imports.rows.getByRole("row").filter({ hasText: "Alert PaymentErrors" })).toContainText(
      "You left this out",
    );
  });

  await test.step("the second incident is split off", async () => {
    await page.getByRole("group", { name: "Incidents of week.md" }).getByText("Split into 2 incidents").click();
    await expect(page.getByText("3 into a new incident")).toBeVisible();
  });

  await test.step("a row outside the incident is left out", async () => {
    await imports.drop("deploys.txt", "text/plain", DEPLOYS);
    const outside = page.getByRole("group", { name: "Rows of Mon 10 Feb 2025" });
    await outside.getByRole("button", { name: "Leave out" }).click();
  });

  await test.step("a pair becomes one event and a rejected row gets a typed time, by keyboard", async () => {
    await imports.drop("relay.md", "text/markdown", RELAY);
    const pair = page.getByRole("group", { name: /^the mail queue of the relay was growing; / });
    await pair.getByRole("button", { name: "One event" }).press("Enter");
    await expect(imports.rows.getByText("Merged with line 4")).toBeVisible();
    await imports.rows.getByRole("button", { name: /^Set time of .*relay restarted/ }).press("Enter");
    await expect(page.getByRole("textbox", { name: /^Time of .*relay restarted/ })).toBeFocused();
    await page.keyboard.type("4 Mar 14:10");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Undo the time of relay restarted" })).toBeFocused();
  });

  await test.step("everything is imported", async () => {
    await imports.commit(8);
    const incident = new IncidentPage(page);
    await expect(incident.row("relay restarted")).toContainText("14:10");
    await expect(incident.row("queue of")).toHaveCount(1);
    await expect(incident.row("customers see failed payments")).toContainText("14:02");
    await expect(incident.row("payments 4.12")).toBeVisible();
    await expect(page.getByText("relay config 41")).toBeHidden();
    await expect(page.getByText("Alert PaymentErrors")).toBeHidden();
    await expect(page.getByRole("region", { name: "Found in your files" })).toContainText("1 action");
  });

  await test.step("the imports name the other incident", async () => {
    await page.goto(`/incidents/${key}/import`);
    const other = page.getByRole("region", { name: `Imports into ${key}` }).getByRole("link", { name: /^INC-/ });
    await other.click();
    await expect(page.getByRole("heading", { level: 1, name: "Incident 2: search" })).toBeVisible();
  });
});
