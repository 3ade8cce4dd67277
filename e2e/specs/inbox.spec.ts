import { uniqueWord } from "../fixtures/people.ts";
import { sendAlert } from "../fixtures/senders.ts";
import { expect, test } from "../fixtures/test.ts";
import { awake, pressTogether } from "../pages/keyboard.ts";

test("unassigned events are triaged by one key each: opened, attached to the named incident, dismissed, undone", async ({
  person,
  open,
  admin,
  baseURL,
}) => {
  const home = baseURL ?? "";
  const word = uniqueWord();
  const maya = await person("member");
  const { id: serviceId } = await admin.service.create({ name: `Mail ${word}` });
  const { integration, secret } = await admin.integration.create({ source: "alertmanager", name: word, serviceId });
  const connection = { page: "", url: integration.url, secret: secret ?? "" };
  for (const name of ["Alpha", "Bravo", "Carol"]) {
    await sendAlert(home, connection, { name: `${name}${word}`, at: new Date().toISOString() });
  }
  const waiting = async () => (await maya.api.incoming.list({ serviceId })).items;
  await expect.poll(async () => (await waiting()).length).toBe(3);
  const { key } = await maya.api.incident.create({ title: `Mail waits ${word}`, severity: 2, serviceIds: [serviceId] });
  const page = await open(maya);
  const { keyboard } = page;
  const current = page.getByRole("row").and(page.locator("[aria-current]"));
  const rows = page
    .getByRole("row")
    .filter({ hasText: word })
    .filter({ has: page.getByRole("checkbox") });

  await test.step("a row opens to show its event, and names an incident to join", async () => {
    await page.goto(`/incidents/unassigned?service=${serviceId}`);
    await awake(page);
    await expect(rows).toHaveCount(3);
    await keyboard.press("j");
    await expect(current).toContainText(`Attach to ${key}`);
    await keyboard.press("Space");
    await expect(page.getByRole("definition").filter({ hasText: "severity=page" })).toBeVisible();
    await expect(page.getByRole("definition").filter({ hasText: `${key} Mail waits` })).toBeVisible();
    await keyboard.press("Space");
    await expect(page.getByRole("definition")).toHaveCount(0);
  });

  await test.step("Enter attaches to the named incident and H dismisses, without a wait in between", async () => {
    const [first, second] = await waiting();
    const sent: string[] = [];
    page.on("request", (request) => sent.push(new URL(request.url()).pathname.split("/incoming/").at(-1) ?? ""));
    const isAttached = page.waitForResponse("**/incoming/attach");
    await page.route("**/incoming/dismiss", async (route) => {
      await isAttached;
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      expect(sent.slice(sent.indexOf("attach"))).not.toContain("list");
      await route.continue();
    });
    await pressTogether(page, "Enter", "h");
    await expect(rows).toHaveCount(1);
    const stateOf = async (state: "attached" | "dismissed") =>
      (await maya.api.incoming.list({ serviceId, state })).items.map(({ title }) => title);
    await expect.poll(() => stateOf("attached")).toEqual([first?.title]);
    await expect.poll(() => stateOf("dismissed")).toEqual([second?.title]);
  });

  await test.step("either is undone by the key, the last one first", async () => {
    await keyboard.press("ControlOrMeta+z");
    await expect(rows).toHaveCount(2);
    await keyboard.press("ControlOrMeta+z");
    await expect(rows).toHaveCount(3);
    expect((await maya.api.timeline.list({ key })).items).toEqual([]);
  });

  await test.step("I searches for an incident, and an undo brings the row back without the question", async () => {
    await keyboard.press("i");
    const choice = page.getByPlaceholder("Filter");
    await expect(choice).toBeFocused();
    await keyboard.type(word);
    await expect(page.getByRole("option", { name: new RegExp(key) })).toHaveAttribute("aria-selected", "true");
    await keyboard.press("Enter");
    await expect(rows).toHaveCount(2);
    await keyboard.press("ControlOrMeta+z");
    await expect(rows).toHaveCount(3);
    await expect(choice).toHaveCount(0);
  });
});
