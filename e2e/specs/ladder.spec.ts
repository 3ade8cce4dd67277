import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { apiOf } from "../fixtures/api.ts";
import { firstAdmin } from "../fixtures/first-admin.ts";
import { invite } from "../fixtures/people.ts";
import { cookieOf, openSession } from "../fixtures/session.ts";
import { expect, test } from "../fixtures/test.ts";
import { ActionPage } from "../pages/action.ts";
import { startServer } from "../server.ts";

const run = promisify(execFile);
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

test("after simulated weeks, the manager of the parent team is notified, as the command predicted", async ({
  open,
}) => {
  const data = mkdtempSync(join(tmpdir(), "afterword-ladder-"));
  chmodSync(data, 0o755);
  const settings = { AFTERWORD_DATA: data, AFTERWORD_DEMO: "0" };
  const later = (days: number) =>
    startServer({
      ...settings,
      AFTERWORD_E2E_DAYS: String(days),
      NODE_OPTIONS: `--import ${new URL("../later.mjs", import.meta.url).href}`,
    });
  let server = await later(0);
  try {
    const admin = await firstAdmin(server);
    const hire = (role: "member" | "tpm") => invite(server.url, admin, role);
    const [owner, manager, tpm, director] = [
      await hire("member"),
      await hire("member"),
      await hire("tpm"),
      await hire("member"),
    ];
    const { id: parentId } = await admin.team.create({ name: "Engineering", managerId: director.id });
    const { id: teamId } = await admin.team.create({ name: "Platform", managerId: manager.id, parentId });
    const promise = async (title: string, priority: "P0" | "P1") => {
      const dueDate = inDays(3).toISOString().slice(0, 10);
      const fields = { title, priority, dueDate, teamId, type: "prevent", ownerId: owner.id } as const;
      const { key, version } = await owner.api.actionItem.create(fields);
      await owner.api.actionItem.transition({ key, version, to: "accepted" });
      return key;
    };
    const [key, urgent] = [await promise("Restore every backup", "P1"), await promise("Close the port", "P0")];
    const command = ["bin/afterword.mjs", "ladder", "--dry-run", "--json", "--at", inDays(35).toISOString()];
    const { stdout } = await run(process.execPath, command, { env: { ...process.env, ...settings } });
    const { items } = JSON.parse(stdout) as { items: { key: string; rung: string; told: { name: string }[] }[] };
    const predicted = (of: string) =>
      items.filter((one) => one.key === of).flatMap(({ told }) => told.map(({ name }) => name));
    expect(predicted(key)).toEqual([owner.name, manager.name, tpm.name, director.name]);

    await server.stop();
    server = await later(35);
    const page = await open(null, { baseURL: server.url });
    await page.clock.install({ time: inDays(35) });
    const session = await openSession(server.url, director.email, director.password);
    await page.context().addCookies(session.cookies);
    const theirs = apiOf(server.url, cookieOf(session));
    // The reminders are written once the server runs again.
    await expect
      .poll(async () => (await theirs.notification.list({})).items.length, { timeout: 60_000 })
      .toBeGreaterThan(0);
    await test.step("their inbox shows what is late, and why they are notified", async () => {
      await page.goto("/inbox");
      const message = page.getByRole("link").filter({ hasText: `Late: ${urgent} Close the port, 32 d late` });
      await expect(message).toContainText("You manage its parent team. A TPM has already been reminded.");
      await message.click();
      await expect(page).toHaveURL(new RegExp(`/actions/${urgent}$`));
    });
    await test.step("the action shows who was notified, each once and in order", async () => {
      const action = new ActionPage(page);
      await action.open(key);
      const told = page.getByRole("listitem").filter({ hasText: "with the digest" });
      await expect(told).toContainText([
        `${owner.name}, owner`,
        `${manager.name}, manager of the team`,
        `${tpm.name}, TPM`,
        `${director.name}, manager of the parent team`,
      ]);
    });
  } finally {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
