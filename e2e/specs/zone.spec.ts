import { uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { IncidentPage } from "../pages/incident.ts";
import { awake } from "../pages/keyboard.ts";

const NOTES = `2025-03-04
14:02 customers see failed payments
14:16 rollback finished
`;

test("times without a zone are asked for once, answered for all, and asked again when that is taken back", async ({
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
  const asked = page.getByText("state no zone");
  const row = incident.row("rollback finished");
  const answer = () =>
    page
      .getByRole("group", { name: /^Zone of/ })
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
  await page.getByRole("button", { name: "Ask again when notes.txt was written" }).click();
  await expect(asked).toBeVisible();
  await expect(row.locator("time")).toHaveCount(0);
});
