import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { secret } from "#server/base/process/secret.ts";
import { isHttps, jarOf } from "./session.ts";

const MOST_ACCOUNTS = 8;
const SECONDS = 400 * 24 * 60 * 60;

interface Device {
  id: string;
  /** Marks of the accounts that signed in from it, the latest first. */
  accounts: string[];
}

const nameOf = (secure: boolean) => `${secure ? "__Host-" : ""}afterword-device`;
const markOf = (email: string) => createHash("sha256").update(email).digest("base64url").slice(0, 16);
const sign = (text: string) => createHmac("sha256", secret()).update(`device:${text}`).digest("base64url");

function readDevice(headers: Headers): Device | null {
  const [id = "", accounts = "", signature = ""] =
    jarOf(headers.get("cookie") ?? "")
      .get(nameOf(isHttps(headers)))
      ?.split(".") ?? [];
  const expected = Buffer.from(sign(`${id}.${accounts}`));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return { id, accounts: accounts.split("~") };
}

/** Returns the id of the device that sent these headers if this account signed in from it before, otherwise null. */
export function knownDevice(headers: Headers, email: string): string | null {
  const device = readDevice(headers);
  return device?.accounts.includes(markOf(email)) ? device.id : null;
}

/** Returns the Set-Cookie line by which this device is recognised for that account. It grants no access on its own. */
export function deviceCookie(headers: Headers, email: string): string {
  const { id, accounts } = readDevice(headers) ?? { id: uuidv7(), accounts: [] };
  const mark = markOf(email);
  const known = [mark, ...accounts.filter((one) => one !== mark)].slice(0, MOST_ACCOUNTS).join("~");
  const secure = isHttps(headers);
  const value = `${id}.${known}.${sign(`${id}.${known}`)}`;
  return `${nameOf(secure)}=${value}; Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
