import { axeFindings } from "../fixtures/axe.ts";
import { type Person, uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

async function factorOf({ api }: Person, title: string, startedAt: string) {
  const { key: incidentKey } = await api.incident.create({ title, severity: 3, startedAt });
  const { key } = await api.review.generate({ key: incidentKey, template: "quick" });
  return { ...(await api.factor.create({ key, statement: `${title}: no one watches the queue` })), incidentKey };
}

test("a condition is read as a table, followed, and its followers hear of another incident", async ({
  person,
  open,
}) => {
  const [maya, farid] = [await person("member"), await person("facilitator")];
  const word = uniqueWord();
  const name = `Unwatched queue ${word}`;
  const found = [
    await factorOf(maya, `Orders wait ${word}`, daysAgo(40)),
    await factorOf(maya, `Mails wait ${word}`, daysAgo(10)),
  ];
  const { id } = await maya.api.canonicalFactor.create({
    ...{ name, factors: found.map((factor) => ({ id: factor.id, version: factor.version })) },
  });
  const change = await maya.api.strategicChange.create({
    title: `Watch every queue ${word}`,
    factorIds: [found[0]?.id ?? ""],
  });
  const page = await open(farid);
  await page.goto(`/factors/${id}`);
  const follow = page.getByRole("button", { name: /^Follow/ });
  const table = page.getByRole("table", { name: "The trend as a table" });
  const asTable = page.getByRole("button", { name: "View as table" });

  await test.step("the table opens by keyboard, and the address keeps it", async () => {
    await expect(page.getByText("1 strategic change has no days yet.")).toBeVisible();
    await asTable.focus();
    await page.keyboard.press("Enter");
    await expect(asTable).toHaveAttribute("aria-expanded", "true");
    const rows = table.getByRole("rowheader");
    await expect(rows.filter({ hasText: "INC-" })).toHaveText([/Orders wait/, /Mails wait/]);
    await expect(rows.filter({ hasText: change.key })).toHaveCount(1);
    await expect(page).toHaveURL(/\?trend=table$/);
    await page.reload();
    await expect(table).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("following can be undone and started again", async () => {
    await follow.click();
    await expect(follow).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByText(`Followed by ${farid.name}`)).toBeVisible();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(follow).toHaveAttribute("aria-pressed", "false");
    await follow.click();
    await expect(follow).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("another incident is in the inbox, and a restricted one isn't", async () => {
    const link = async (factor: { id: string; version: number }) =>
      maya.api.canonicalFactor.link({ id, factorId: factor.id, factorVersion: factor.version });
    const secret = await factorOf(maya, `Secret wait ${word}`, daysAgo(2));
    const { version } = await maya.api.incident.get({ key: secret.incidentKey });
    await maya.api.incident.restrict({ key: secret.incidentKey, version, restricted: true, userIds: [], teamIds: [] });
    await link(secret);
    const again = await factorOf(maya, `Jobs wait ${word}`, daysAgo(1));
    await link(again);
    await page.goto("/inbox");
    const message = page.getByRole("link", { name: new RegExp(`Seen again: ${name}`) });
    await expect(message).toHaveCount(1);
    await expect(message).toContainText(`${again.incidentKey} Jobs wait ${word}`);
    await expect(page.getByText("Secret wait")).toHaveCount(0);
    await message.click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  });
});
