import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { problemOf } from "./problem.ts";
import { sendFields } from "./send-form.ts";

/** A request that the test answers. */
class FakeRequest extends EventTarget {
  static last: FakeRequest;
  upload = new EventTarget();
  status = 0;
  responseText = "";
  opened: string[] = [];
  sent: FormData | null = null;

  open(...opened: string[]): void {
    this.opened = opened;
    FakeRequest.last = this;
  }
  send(form: FormData): void {
    this.sent = form;
  }
  abort(): void {
    this.dispatchEvent(new Event("abort"));
  }
  answer(status: number, responseText: string): void {
    Object.assign(this, { status, responseText });
    this.dispatchEvent(new Event("load"));
  }
}

let shares: number[];
let stop: AbortController;
const send = () => {
  const fields = { version: 3, method: "Drill", point: undefined, file: new File(["a"], "a.log") };
  return sendFields("/action-items/ACT-1/evidence", fields, {
    ...{ onProgress: (share) => void shares.push(share), signal: stop.signal },
  });
};

beforeEach(() => {
  shares = [];
  stop = new AbortController();
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
});
afterEach(() => vi.unstubAllGlobals());

it("sends fields and a file as a form, and reports how much is sent", async () => {
  const done = send();
  const { last } = FakeRequest;
  expect(last.opened).toEqual(["POST", "/api/v1/action-items/ACT-1/evidence"]);
  expect([...(last.sent?.keys() ?? [])]).toEqual(["version", "method", "file"]);
  for (const loaded of [1, 4]) last.upload.dispatchEvent(Object.assign(new Event("progress"), { loaded, total: 4 }));
  last.answer(200, '{"key":"ACT-1"}');
  expect(await done).toEqual({ key: "ACT-1" });
  expect(shares).toEqual([0.25, 1]);
});

it("rejects with the problem of the server, and without one if the response isn't ours or never comes", async () => {
  const current = { key: "ACT-1", version: 4 };
  const refused = send();
  FakeRequest.last.answer(409, JSON.stringify({ code: "conflict", title: "Changed meanwhile", current }));
  expect(problemOf(await refused.catch((error: unknown) => error))).toMatchObject({ code: "conflict", current });
  const foreign = send();
  FakeRequest.last.answer(502, "<html>");
  expect(problemOf(await foreign.catch((error: unknown) => error))).toBeNull();
  const lost = send();
  FakeRequest.last.dispatchEvent(new Event("error"));
  expect(problemOf(await lost.catch((error: unknown) => error))).toBeNull();
});

it("stops when its signal says so", async () => {
  const done = send();
  stop.abort();
  await expect(done).rejects.toThrow("Cancelled.");
  await expect(send()).rejects.toThrow();
});
