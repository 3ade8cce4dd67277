import { type Person, uniqueWord } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { ActionPage } from "../pages/action.ts";
import { keyIn } from "../pages/keys.ts";

/** Creates a factor of an incident with a draft review. Also returns the key of the incident. */
async function factorOf({ api }: Person, title: string, startedAt: string) {
  const resolvedAt = new Date(Date.parse(startedAt) + 600_000).toISOString();
  const { key: incidentKey } = await api.incident.create({ title, severity: 3, startedAt, resolvedAt });
  const { key: reviewKey } = await api.review.generate({ key: incidentKey, template: "quick" });
  const factor = await api.factor.create({ key: reviewKey, statement: `${title}: no one watches the queue` });
  return { ...factor, incidentKey, reviewKey };
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

test("an accepted action is implemented with evidence, and verified by someone else point by point", async ({
  person,
  open,
}) => {
  const [maya, farid] = [await person("member"), await person("facilitator")];
  const points = ["The alarm fires in a drill", "The runbook names the alarm"];
  const { key } = await maya.api.actionItem.create({
    ...{ title: `Watch the queue ${uniqueWord()}`, type: "detect", priority: "P1", ownerId: maya.id },
    doneWhen: points.map((point) => `- ${point}`).join("\n"),
  });
  const hers = new ActionPage(await open(maya));
  const his = new ActionPage(await open(farid));
  const answer = async (met: string[], missing: string[]) => {
    const promised = his.page.getByRole("region", { name: "Done when, and what shows it" });
    await expect(promised.getByText("the alarm fired after 40 s")).toBeVisible();
    for (const [point, word] of [...met.map((one) => [one, "Met"]), ...missing.map((one) => [one, "Not met"])])
      await promised
        .getByRole("group", { name: `Answer to: ${point}` })
        .getByRole("button", { name: word ?? "", exact: true })
        .click();
    return promised;
  };

  await test.step("the owner accepts it, starts, and shows what was seen", async () => {
    await hers.open(key);
    await hers.step("Accept", "Accepted");
    await hers.step("Start work", "In progress");
    await hers.implement("Drill 41: the alarm fired after 40 s");
    await expect(hers.page.getByText("A second person verifies P0 and P1")).toBeVisible();
  });

  await test.step("a second person sends it back with the point that isn't met", async () => {
    await his.open(key);
    const promised = await answer(points.slice(0, 1), points.slice(1));
    await his.page.getByRole("button", { name: "Send back" }).click();
    await expect(promised.getByRole("textbox", { name: "What is missing" })).toBeFocused();
    await his.page.keyboard.type("The runbook still names the old alarm");
    await his.page.getByRole("button", { name: "Send back" }).click();
    await expect(his.facts).toContainText("In progress");
    await expect(hers.facts).toContainText("In progress");
  });

  await test.step("and verifies it once both are met", async () => {
    await hers.page.getByRole("button", { name: "Mark as implemented", exact: true }).click();
    await hers.page.getByRole("button", { name: "Submit for verification" }).click();
    await expect(hers.facts).toContainText("To verify");
    await expect(his.facts).toContainText("To verify");
    await answer(points, []);
    await his.page.getByRole("button", { name: "Verify", exact: true }).click();
    await expect(his.facts).toContainText("Verified");
    // Patterns, because words match in any case: "Met:" is in "Not met:".
    for (const words of [new RegExp(`Not met: ${points[1]}`), new RegExp(`Met: ${points[1]}`)])
      await expect(hers.page.getByRole("listitem").filter({ hasText: words }).last()).toBeVisible();
  });
});

test("a later incident with the same condition asks again whether a verified action worked", async ({
  person,
  open,
}) => {
  const [maya, farid] = [await person("member"), await person("facilitator")];
  const word = uniqueWord();
  const first = await factorOf(maya, `Orders wait ${word}`, daysAgo(20));
  const { id } = await maya.api.canonicalFactor.create({
    name: `Unwatched queue ${word}`,
    factors: [{ id: first.id, version: first.version }],
  });
  const item = await maya.api.actionItem.create({
    ...{ title: `Watch it ${word}`, type: "detect", priority: "P2", ownerId: maya.id },
    ...{ reviewKey: first.reviewKey, factorIds: [first.id] },
  });
  const { key } = item;
  const steps = [
    [maya, { to: "accepted" }],
    [maya, { to: "implemented", evidence: "The alarm fired in a drill", method: "By hand" }],
    [farid, { to: "verified" }],
  ] as const;
  let { version } = item;
  for (const [who, step] of steps) ({ version } = await who.api.actionItem.transition({ key, version, ...step }));

  const action = new ActionPage(await open(farid));
  const other = await open(maya);
  await action.open(key);
  await expect(action.page.getByRole("region", { name: "Did it work?" })).toContainText("asked from");
  await expect(action.page.getByText("has the same condition")).toHaveCount(0);

  const later = await factorOf(farid, `Orders wait again ${word}`, new Date().toISOString());
  const verifiedFor = new RegExp(`${key} was verified for this on `);

  await test.step("the question is in both places, with the incident", async () => {
    await other.goto(`/factors/${id}`);
    await expect(other.getByText(key).first()).toBeVisible();
    await expect(other.getByText(verifiedFor)).toHaveCount(0);
    await farid.api.canonicalFactor.link({ id, factorId: later.id, factorVersion: later.version });
    await action.page.reload();
    await expect(action.page.getByText(verifiedFor)).toContainText(`${later.incidentKey} has the same condition`);
    await other.reload();
    await expect(other.getByText(verifiedFor)).toContainText("Did this fix work?");
    await other.goto(`/reviews/${later.reviewKey}`);
    await expect(other.getByText(verifiedFor)).toContainText("Not answered yet");
  });

  await test.step("the answer says what shows it, and can be withdrawn", async () => {
    const { page } = action;
    await page.getByRole("button", { name: "No", exact: true }).click();
    await page.getByRole("textbox", { name: "Evidence" }).fill("The alarm watched another queue");
    await page.getByRole("textbox", { name: "How it was checked" }).fill("Observed in production");
    await page.getByRole("dialog").getByRole("button").last().click();
    await expect(page.getByRole("heading", { name: "Did it work? No" })).toBeVisible();
    await expect(page.getByText("The alarm watched another queue").first()).toBeVisible();
    await page.getByRole("button", { name: "Withdraw the answer" }).click();
    await expect(page.getByText(verifiedFor)).toContainText(`${later.incidentKey} has the same condition`);
  });
});

test("a condition that came back becomes a strategic change, up to its measured effect", async ({ person, open }) => {
  const [tove, farid] = [await person("tpm"), await person("facilitator")];
  const word = uniqueWord();
  const name = `Retries without a limit ${word}`;
  const found = [await factorOf(tove, `Slow ${word}`, daysAgo(30)), await factorOf(tove, `Down ${word}`, daysAgo(10))];
  await tove.api.canonicalFactor.create({ name, factors: found.map(({ id, version }) => ({ id, version })) });
  const page = await open(tove);
  const dialog = page.getByRole("dialog");
  const facts = page.getByRole("complementary", { name: "About this strategic change" });
  const fact = (words: string) => facts.getByRole("button", { name: words });

  await test.step("the proposal names its incidents, and is accepted, even after an undo", async () => {
    await page.goto("/strategy/proposals");
    const card = page.getByRole("article", { name });
    await expect(card).toContainText(/2 incidents within 2\d days/);
    for (const { incidentKey } of found) await expect(card).toContainText(incidentKey);
    const accept = card.getByRole("button", { name: `Accept as strategic change: ${name}` });
    await accept.click();
    await expect(card).toBeHidden();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(accept).toBeEnabled();
    await accept.click();
    await page.getByRole("status").filter({ hasText: "proposed" }).getByRole("button", { name: "Open" }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  });
  const key = keyIn(page.url());

  await test.step("it gets an owner, a quarter and a measure, and is funded", async () => {
    await fact("No owner").click();
    await page.getByRole("combobox").last().fill(tove.name);
    await page.getByRole("option", { name: tove.name }).click();
    await fact("No quarter yet").click();
    await page
      .getByRole("option", { name: /^Q\d 20/ })
      .first()
      .click();
    // The next save needs the version that this one made.
    await expect.poll(async () => (await tove.api.strategicChange.get({ key })).targetQuarter).not.toBeNull();
    await expect(fact("No quarter yet")).toBeHidden();
    await page.getByRole("button", { name: "State what will be measured, and its target" }).click();
    await dialog.getByLabel("What is measured").fill("Retries in a minute");
    await dialog.getByLabel("Baseline").fill("9000");
    await dialog.getByLabel("Target", { exact: true }).fill("300");
    await dialog.getByLabel("Target date").fill("in 8 weeks");
    await dialog.getByLabel("Target date").press("Tab");
    await expect(dialog.getByLabel("Target date")).toHaveValue(/ 20\d\d$/);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("button", { name: "Fund", exact: true }).click();
    await expect(facts).toContainText("Funded");
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await expect(facts).toContainText("In progress");
  });

  await test.step("an update in the page says what was measured", async () => {
    await page.keyboard.press("u");
    const form = page.getByRole("form", { name: "Add health update" });
    await form.getByLabel("Progress").fill("Half of the clients have a limit");
    await form.getByLabel("Measured").fill("2400");
    await form.getByRole("button", { name: "Add health update" }).click();
    await expect(page.getByRole("img", { name: /Retries in a minute: 1 value\. 2,400/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Add update" })).toBeFocused();
  });

  await test.step("a blocking milestone is reached before it is delivered", async () => {
    await page.getByRole("button", { name: "Milestone", exact: true }).click();
    await dialog.getByLabel("Milestone").fill("Every client has a limit");
    await dialog.getByLabel("Planned for").fill("in 2 weeks");
    await dialog.getByRole("button", { name: "Add milestone" }).click();
    await expect(dialog).toBeHidden();
    const deliver = page.getByRole("button", { name: "Mark as delivered" });
    await expect(deliver).toHaveAttribute("aria-disabled", "true");
    await page.getByRole("button", { name: "Mark as reached: Every client has a limit" }).click();
    await expect(deliver).not.toHaveAttribute("aria-disabled", "true");
    await deliver.click();
    await expect(facts).toContainText("Delivered");
    await expect(page.getByText("Too early to say")).toBeVisible();
    await expect(page.getByRole("button", { name: "Record the effect" })).toHaveAttribute("aria-disabled", "true");
  });

  await test.step("someone other than the owner measures the effect", async () => {
    const { version } = await tove.api.strategicChange.get({ key });
    await tove.api.strategicChange.update({ key, version, sponsorId: farid.id });
    const his = await open(farid);
    await his.goto(`/strategy/${key}`);
    const steps = his.getByRole("region", { name: "State of the strategic change" });
    await steps.getByRole("button", { name: "Record the effect" }).click();
    await his.getByRole("dialog").getByLabel("Retries in a minute now").fill("280");
    await his.getByRole("dialog").getByLabel("Reason").fill("Counted over two weeks");
    await his.getByRole("dialog").getByRole("button", { name: "Record the effect" }).click();
    await expect(facts).toContainText("Effect checked");
    await expect(page.getByRole("definition").filter({ hasText: /^280$/ })).toBeVisible();
    await expect(page.getByText("Counted over two weeks").first()).toBeVisible();
  });
});
