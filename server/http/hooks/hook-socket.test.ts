import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { stepsOf } from "#lib/intake/integration/steps.ts";
import { seal } from "#server/base/process/seal.ts";
import { alertmanagerBody } from "#server/testing/hook-world.ts";
import { alert, bearer, hookDesk } from "../testing/hook-desk.ts";
import { answerHook } from "../web/answer-hook.ts";

const desk = hookDesk();
const { connect, deliveriesOf, drain } = desk;

/** Serves the URL on a real port, over real sockets, while `work` runs. */
async function onPort<Result>(work: (origin: string) => Promise<Result>): Promise<Result> {
  const server = createServer((incoming, outgoing) => {
    void answerHook(incoming, outgoing).then((isHook) => isHook || outgoing.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}

const shell = (script: string, cwd: string) =>
  new Promise<{ code: number; out: string }>((resolve) => {
    execFile("bash", ["-c", script], { cwd }, (error, stdout) => resolve({ code: error ? 1 : 0, out: stdout }));
  });

describe("over a socket", () => {
  it("receives deliveries, leaves everything else to the pages, and reads no more than 5 MB", async () => {
    const { path, secret } = await connect("alertmanager");
    await onPort(async (origin) => {
      const send = (to: string, body: string, method = "POST") =>
        fetch(origin + to, { method, headers: bearer(secret), ...(method === "POST" ? { body } : {}) });
      const answer = await send(path, alertmanagerBody([alert("socket")]));
      expect([answer.status, await answer.json()]).toEqual([202, { delivery: expect.any(String), times: 1 }]);
      expect((await send(`${path}?secret=x`, "{}")).status).toBe(202);
      expect((await send("/api/v1/incidents", "{}")).status).toBe(404);
      const read = await send(path, "", "GET");
      expect([read.status, read.headers.get("allow")]).toEqual([405, "POST"]);
      const large = await send(path, "x".repeat(6 * 1024 * 1024)).catch(() => null);
      expect(large?.status ?? 413).toBe(413);
    });
  });
});

describe("webhooks of issue trackers", () => {
  it("are taken if they are signed, and answered at once", async () => {
    const id = uuidv7();
    const address = { baseUrl: "https://api.github.com", targets: ["acme/payments"], nextLookAt: new Date() };
    const sealed = { sealedToken: seal("token", id), sealedHookSecret: seal("a long secret", `${id} webhook`) };
    await desk.prisma.tracker.create({
      data: { id, vendor: "github", name: "Payments", mapping: {}, ...address, ...sealed },
    });
    const body = JSON.stringify({ action: "edited", issue: { number: 1 }, repository: { full_name: "acme/payments" } });
    await onPort(async (origin) => {
      const send = (to: string, secret: string) => {
        const signature = createHmac("sha256", secret).update(body).digest("hex");
        const headers = { "x-github-event": "issues", "x-hub-signature-256": `sha256=${signature}` };
        return fetch(`${origin}/hooks/trackers/${to}`, { method: "POST", headers, body });
      };
      expect((await send(id, "a long secret")).status).toBe(202);
      expect((await send(id, "another secret")).status).toBe(401);
      expect((await send(uuidv7(), "a long secret")).status).toBe(404);
      expect((await send("not-an-id", "a long secret")).status).toBe(404);
      expect((await fetch(`${origin}/hooks/trackers/${id}`)).status).toBe(405);
    });
    expect((await desk.prisma.tracker.findUniqueOrThrow({ where: { id } })).lastHookAt).not.toBeNull();
  });
});

describe("the commands to paste", () => {
  it("of the deploy hook and of any other tool sign what they send", async () => {
    const deploy = await connect("deploy");
    const generic = await connect("generic");
    const folder = mkdtempSync(join(tmpdir(), "afterword-hooks-"));
    writeFileSync(join(folder, "alerts.json"), `${alertmanagerBody([alert("curl")])}\n`);
    await onPort(async (origin) => {
      for (const { path, secret } of [deploy, generic]) {
        const name = path.split("/").at(-2) ?? "";
        const [line] = stepsOf(name, { url: origin + path, secret }).flatMap(({ code }) => code ?? []);
        const { code, out } = await shell(line ?? "false", folder);
        expect([code, JSON.parse(out)]).toEqual([0, { delivery: expect.any(String), times: 1 }]);
      }
    });
    rmSync(folder, { recursive: true });
    await drain();
    expect(await deliveriesOf(deploy.id)).toMatchObject([
      { state: "unassigned", title: "Deploy of checkout 1.42.0 to production finished" },
    ]);
    expect(await deliveriesOf(generic.id)).toMatchObject([
      { state: "unassigned", title: expect.stringContaining("QueueDepthHigh") },
    ]);
  });
});

it("an unknown URL is rejected before the body is read", async () => {
  await onPort(async (origin) => {
    let asked = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        asked += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (asked > 500) controller.close();
        else controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const init = { method: "POST", body, duplex: "half" } as RequestInit;
    const answer = await fetch(`${origin}/api/v1/hooks/alertmanager/nobody`, init).catch(() => null);
    expect(answer?.status ?? 404).toBe(404);
    expect(asked).toBeLessThan(400);
  });
});
