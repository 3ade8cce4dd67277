import { beforeAll, expect, it } from "vitest";
import { seal } from "#server/base/process/seal.ts";
import { answerDesk, LEFT_TO_OTHERS } from "../testing/answer-desk.ts";
import { answerUnsubscribe } from "./answer-unsubscribe.ts";

const desk = answerDesk(answerUnsubscribe);
let path: string;
let userId: string;
beforeAll(() => {
  userId = desk.reader().id;
  path = `/unsubscribe/${Buffer.from(seal(`published ${userId}`, "unsubscribe")).toString("base64url")}`;
});

const send = (method: string, at: string, body?: string) =>
  desk.send(at, {
    ...{ method, redirect: "manual", headers: { "content-type": "application/x-www-form-urlencoded" } },
    ...(body === undefined ? {} : { body }),
  });
const ended = () => desk.prisma().messageRule.findMany({ where: { userId }, select: { kind: true, mail: true } });

it("leaves the page to others, and changes nothing for it", async () => {
  expect((await send("GET", path)).status).toBe(LEFT_TO_OTHERS);
  expect((await send("HEAD", path)).status).toBe(LEFT_TO_OTHERS);
  expect(await ended()).toEqual([]);
});

it("rejects a malformed token like one of a deleted account", async () => {
  for (const token of ["/unsubscribe/x", `${path.slice(0, -2)}__`, `${path}/more`])
    expect((await send("POST", token)).status, token).toBe(404);
  expect(await ended()).toEqual([]);
});

it("ends the emails of that kind for a mail program, without session, origin or redirect, as often as it asks", async () => {
  for (let time = 0; time < 2; time++) {
    const answer = await send("POST", path, "List-Unsubscribe=One-Click");
    expect([answer.status, answer.headers.get("location")]).toEqual([200, null]);
  }
  expect(await ended()).toEqual([{ kind: "published", mail: false }]);
});

it("shows the page again if the page sent its form", async () => {
  const answer = await send("POST", path, "from=page");
  expect([answer.status, answer.headers.get("location")]).toEqual([303, path]);
});
