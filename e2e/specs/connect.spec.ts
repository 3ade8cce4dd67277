import { uniqueWord } from "../fixtures/people.ts";
import { sendAlert, sendDeploy } from "../fixtures/senders.ts";
import { expect, test } from "../fixtures/test.ts";
import { IncidentPage } from "../pages/incident.ts";
import { IntegrationPage } from "../pages/integration.ts";

const MINUTE_MS = 60_000;

test("Alertmanager and GitHub send events, and the deploy before impact is found", async ({
  person,
  open,
  admin,
  baseURL,
}) => {
  const home = baseURL ?? "";
  const [ada, tove] = [await person("admin"), await person("tpm")];
  const word = uniqueWord();
  const service = `Payments ${word}`;
  await admin.service.create({ name: service });
  const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS).toISOString();
  const desk = await open(ada);
  const settings = new IntegrationPage(desk);

  const [alertmanager, github] = await test.step("an admin creates the two addresses", async () => [
    await settings.connect("Alertmanager", word, service),
    await settings.connect("GitHub", word, service),
  ]);

  await test.step("the programme manager connects the tools: real requests, signed as the tools sign", async () => {
    expect((await sendDeploy(home, github, { repository: `payments-${word}`, at: ago(25), id: 7 })).status).toBe(202);
    expect((await sendAlert(home, alertmanager, { name: `PaymentErrors${word}`, at: ago(20) })).status).toBe(202);
    const forged = await sendDeploy(
      home,
      { ...github, secret: "not the secret" },
      { repository: word, at: ago(5), id: 8 },
    );
    expect(forged.status).toBe(401);
  });

  await test.step("both deliveries have arrived, and the forged one is only counted", async () => {
    await desk.goto(github.page);
    await expect(settings.deliveries.getByRole("row")).toHaveCount(2);
    await expect(settings.deliveries).toContainText("Unassigned");
    await desk.getByRole("button", { name: "Open the delivery" }).click();
    await expect(desk.getByRole("textbox", { name: "Body of the delivery" })).toHaveValue(
      new RegExp(`payments-${word}`),
    );
    await desk.getByRole("button", { name: "Rejected 1" }).click();
    await expect(desk.getByRole("table", { name: "Rejected requests by day" })).toContainText("Wrong signature");
  });

  const page = await open(tove);
  const incident = new IncidentPage(page);
  const key = await test.step("they wait by service until there is an incident to attach them to", async () => {
    await page.goto("/incidents");
    const lanes = page.getByRole("region", { name: "Unassigned events" });
    await expect(lanes.getByRole("listitem").filter({ hasText: service })).toContainText(
      "No open incident for this service",
    );
    const { key } = await tove.api.incident.create({
      title: `Payments fail ${word}`,
      severity: 2,
      startedAt: ago(21),
      serviceIds: [(await tove.api.service.list({ q: service })).items[0]?.id ?? ""],
    });
    const lane = lanes.getByRole("listitem").filter({ hasText: service });
    await expect(lane.getByRole("button", { name: `Attach to ${key}` })).toBeVisible();
    await expect(async () => {
      await page.keyboard.press("j");
      await expect(lane).toHaveAttribute("aria-current", "true", { timeout: 500 });
    }).toPass();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: `2 events attached to ${key}` })).toBeVisible();
    await expect(lane).toBeHidden();
    return key;
  });

  await test.step("a new event joins the incident automatically, and a redelivery changes nothing", async () => {
    const later = { name: `PaymentLatency${word}`, at: ago(3) };
    expect((await sendAlert(home, alertmanager, later)).status).toBe(202);
    expect((await sendAlert(home, alertmanager, later)).status).toBe(202);
    await page.goto(`/incidents/${key}`);
    await expect(incident.row(`PaymentLatency${word}`)).toBeVisible();
    await expect(incident.row(`PaymentLatency${word}`)).toHaveCount(1);
    await expect(incident.row(`PaymentErrors${word}`)).toHaveCount(1);
  });

  await test.step("the deploy is suggested as the trigger, and becomes it", async () => {
    const { items } = await tove.api.timeline.list({ key });
    const alert = items.find(({ title }) => title.includes(`PaymentErrors${word}`));
    await tove.api.timeline.setMilestone({ key, name: "impact_started", eventId: alert?.id ?? "" });
    await page
      .getByRole("link", { name: /^Impact/ })
      .first()
      .click();
    const suspects = page.getByRole("region", { name: "Suspects" });
    const deploy = suspects.getByRole("listitem").filter({ hasText: `payments-${word}` });
    await expect(deploy).toContainText(/5 m.* before/);
    await deploy.getByRole("button", { name: "Mark as trigger" }).click();
    await expect
      .poll(async () => {
        const { milestones } = await tove.api.timeline.metrics({ key });
        return milestones.find(({ name }) => name === "trigger_change")?.eventNumber ?? null;
      })
      .not.toBeNull();
  });
});
