import { expect, it } from "vitest";
import { serveAuth } from "./serve-auth.ts";

const send = (body: string, type = "application/json") =>
  serveAuth(
    new Request("http://127.0.0.1:4100/api/auth/callback/credentials", {
      method: "POST",
      headers: { "content-type": type },
      body,
    }),
    { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) },
  );

it.each([
  ["", "application/json"],
  ["{", "application/json"],
  ['{"email":"a@example.com"', "application/json"],
  ["not json", "application/json; charset=utf-8"],
  ["null", "application/json"],
  ["[]", "application/json"],
  ["5", "application/json"],
  ['"text"', "application/json"],
  ['{"email":5,"password":"x"}', "application/json"],
  ['{"email":{"a":1},"password":"x"}', "application/json"],
  ['{"email":null,"password":null}', "application/json"],
])("rejects an unreadable body, %j as %s", async (body, type) => {
  const answer = await send(body, type);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([400, "application/problem+json"]);
  expect(await answer.json()).toMatchObject({ code: "invalid", status: 400, detail: expect.stringContaining("JSON") });
});
