import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { isOriginAllowed } from "#server/http/web/allowed-origin.ts";
import { ADDRESS_HEADER, clientAddress, isFromHere, markAddress } from "./client-address.ts";

function requestFrom(remoteAddress: string, headers: Record<string, string> = {}): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: remoteAddress });
  return Object.assign(new IncomingMessage(socket), {
    headers: { host: "localhost:3000", ...headers },
    httpVersion: "1.1",
  });
}

test("ignores what a client says about its address without a trusted proxy", () => {
  const request = requestFrom("203.0.113.9", {
    "x-forwarded-for": "10.0.0.1",
    "x-forwarded-host": "evil.example",
    [ADDRESS_HEADER]: "10.0.0.1",
  });
  markAddress(request, 0);
  expect(request.headers).toMatchObject({ [ADDRESS_HEADER]: "203.0.113.9" });
  expect(request.headers).not.toHaveProperty("x-forwarded-host");
});

test.each([
  ["198.51.100.7", 1, "198.51.100.7"],
  ["6.6.6.6, 198.51.100.7", 1, "198.51.100.7"],
  ["6.6.6.6, 198.51.100.7, 10.1.1.1", 2, "198.51.100.7"],
  ["198.51.100.7", 3, "198.51.100.7"],
  ["", 1, "10.2.2.2"],
])(
  "the address after proxies is the one that the outermost of them saw: %s with %i",
  (forwarded, proxies, expected) => {
    expect(clientAddress(requestFrom("10.2.2.2", { "x-forwarded-for": forwarded }), proxies)).toBe(expected);
  },
);

test("only a request from this machine without a proxy is local", () => {
  expect(isFromHere(requestFrom("127.0.0.1"))).toBe(true);
  expect(isFromHere(requestFrom("::ffff:127.0.0.1"))).toBe(true);
  expect(isFromHere(requestFrom("::1"))).toBe(true);
  expect(isFromHere(requestFrom("192.0.2.1"))).toBe(false);
  for (const added of [{ "x-forwarded-for": "203.0.113.9" }, { via: "1.1 proxy" }, { host: "afterword.example.com" }])
    expect(isFromHere(requestFrom("127.0.0.1", added))).toBe(false);
});

test.each([
  [undefined, "localhost:3000", null, true],
  ["http://localhost:3000", "localhost:3000", null, true],
  ["http://127.0.0.1:3000", "127.0.0.1:3000", null, true],
  ["http://evil.example", "127.0.0.1:3000", null, false],
  ["null", "127.0.0.1:3000", null, false],
  ["https://a.example", "10.0.0.5:3000", "https://a.example", true],
  ["http://a.example", "10.0.0.5:3000", "https://a.example", false],
  ["http://10.0.0.5:3000", "10.0.0.5:3000", "https://a.example", false],
])("origin %s at host %s with public address %s", (origin, host, publicUrl, allowed) => {
  const headers = { host, ...(origin === undefined ? {} : { origin }) };
  expect(isOriginAllowed(requestFrom("127.0.0.1", headers), publicUrl)).toBe(allowed);
});
