import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { createActionItem, transitionActionItem } from "#server/follow/action-item/index.ts";
import { attachEvidence } from "#server/incidents/evidence/index.ts";
import { restrictIncident } from "#server/incidents/incident/index.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { PIXEL_PNG } from "#server/testing/pixel.ts";
import { storyDesk } from "#server/testing/story-desk.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { serveRest } from "./api/rest.ts";
import { serveActionFile, serveEvidenceFile } from "./stored-file.ts";

const database = sharedDatabase();
let member: UserActor;
let to: { key: string; eventId: string };
let desk: ReturnType<typeof storyDesk>;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  member = await makeUser(database.prisma, "member");
  const outsider = await makeUser(database.prisma, "admin");
  for (const { id, role } of [member, outsider]) tokens[role] = await makeToken(database.prisma, id, ["read", "write"]);
  desk = storyDesk(database, member);
  const key = await desk.newIncident();
  to = { key, eventId: (await desk.add(key, "09:00:00", "Load rises")).id };
});

const attach = async (filename: string, bytes: Uint8Array<ArrayBuffer> | string) =>
  (await attachEvidence(desk.as(member), { ...to, kind: "file", file: new File([bytes], filename) })).id;
const ask = (id: string, role: string | null = "member", headers: Record<string, string> = {}, key = to.key) =>
  serveEvidenceFile(
    new Request(`http://127.0.0.1:3000/api/v1/incidents/${key}/evidence/${id}/file`, {
      headers: { ...headers, ...(role === null ? {} : { authorization: `Bearer ${tokens[role]}` }) },
    }),
    { key, id },
  );

/** Sends a form to the API, as a script does. */
async function sendForm(path: string, fields: Record<string, string | File>, role = "member") {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { authorization: `Bearer ${tokens[role]}` };
  const url = `http://127.0.0.1:3000/api/v1${path}`;
  const answer = await serveRest(new Request(url, { method: "POST", body, headers }));
  return { status: answer.status, json: (await answer.json()) as Partial<ActionItem> & { fields?: object[] } };
}

describe("a file that is evidence of an action", () => {
  const askFor = (key: string, id: string, role: string | null = "member") =>
    serveActionFile(
      new Request("http://127.0.0.1:3000/", {
        headers: role === null ? {} : { authorization: `Bearer ${tokens[role]}` },
      }),
      { key, id },
    );

  it("is sent as a form, and is a download for readers of the action only, even if it is a picture", async () => {
    const incidentKey = await desk.newIncident();
    const { key } = await createActionItem(desk.as(member), {
      ...{ title: "Page on an empty backup", type: "detect", priority: "P2", incidentKey, ownerId: member.id },
      ...{ description: "", doneWhen: "It pages", teamId: null, trackerUrl: null, factorIds: [], changeKeys: [] },
    });
    const sent = { kind: "file", method: "Drill", version: "1", point: "1", file: new File([PIXEL_PNG], "a.png") };
    const path = `/action-items/${key}/evidence`;
    const { status, json } = await sendForm(path, sent);
    expect([status, json.evidenceList]).toMatchObject([200, [{ kind: "file", point: "It pages", method: "Drill" }]]);
    const id = json.evidenceList?.[0]?.id ?? "";
    const { headers } = await askFor(key, id);
    expect(headers.get("content-disposition")).toMatch(/^attachment; filename="a.png"/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    const wrong = await sendForm(path, { ...sent, version: "x" });
    expect([wrong.status, wrong.json.fields]).toMatchObject([400, [{ field: "version" }]]);

    await transitionActionItem(desk.as(member), { key, version: 2, to: "accepted" });
    const step = { to: "implemented", version: "3", method: "Drill", point: "1", file: new File(["Seen"], "b.log") };
    const done = await sendForm(`/action-items/${key}/transitions`, step);
    expect([done.status, done.json.status]).toEqual([200, "implemented"]);
    expect(done.json.evidenceList?.at(-1)).toMatchObject({ point: "It pages", file: { name: "b.log", size: 4 } });

    expect((await askFor(key, id, null)).status).toBe(401);
    await restrictIncident(desk.as(member), {
      ...{ key: incidentKey, version: 1, restricted: true, userIds: [], teamIds: [] },
    });
    const unknown = [await askFor("ACT-999999", id), await askFor(key, "x"), await askFor(key, crypto.randomUUID())];
    for (const answer of [await askFor(key, id, "admin"), ...unknown]) {
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: "not_found" });
    }
    expect((await sendForm(path, { ...sent, version: "4" }, "admin")).status).toBe(404);
    expect((await askFor(key, id)).status).toBe(200);
  });
});

describe("an attached file", () => {
  it("is shown if it is a picture, and nothing in it can run or be read by another site", async () => {
    const answer = await ask(await attach('Scr\u00e9en "1".png', PIXEL_PNG));
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/png",
      "content-disposition": `inline; filename="Scr_en _1_.png"; filename*=UTF-8''Scr%C3%A9en%20%221%22.png`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-cache",
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(PIXEL_PNG))).toBe(true);
    const again = await ask(await attach("b.png", PIXEL_PNG), "member", {
      "if-none-match": answer.headers.get("etag") ?? "",
    });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it.each([
    ["a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"],
    ["a.xml", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["a.png", "<!doctype html><script>alert(1)</script>"],
    ["a.pdf", "%PDF-1.7\n"],
    ["a.bin", "\u0000\u0001\u0002"],
  ])("called %s is handed over as a download", async (filename, content) => {
    const { headers } = await ask(await attach(filename, content));
    expect(headers.get("content-disposition")).toMatch(/^attachment; /);
    expect(headers.get("content-type")).not.toMatch(/html|svg|image/);
  });

  it("is not found for others, without a session, or at an invalid URL", async () => {
    const id = await attach("a.txt", "a");
    expect((await ask(id, null)).status).toBe(401);
    expect((await ask(crypto.randomUUID())).status).toBe(404);
    expect((await ask("x")).status).toBe(404);
    expect((await ask(id, "member", {}, "INC-999999")).status).toBe(404);
    await restrictIncident(desk.as(member), { key: to.key, version: 1, restricted: true, userIds: [], teamIds: [] });
    const refused = await ask(id, "admin");
    expect([refused.status, refused.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
    expect(await refused.json()).toMatchObject({ code: "not_found", requestId: expect.any(String) });
    expect((await ask(id)).status).toBe(200);
  });
});
