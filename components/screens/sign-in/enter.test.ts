import { expect, it } from "vitest";
import { refusalOf } from "./enter.ts";

it.each([
  ["credentials", { kind: "credentials" }],
  ["CredentialsSignin", { kind: "credentials" }],
  ["demo", { kind: "demo" }],
  ["wait:90", { kind: "wait", seconds: 90 }],
  ["wait:99999999999", { kind: "no-answer" }],
  ["wait:", { kind: "no-answer" }],
  ["Configuration", { kind: "no-answer" }],
  ["", { kind: "no-answer" }],
  [null, { kind: "no-answer" }],
])("the code %j of a rejected sign-in is %j", (code, refused) => expect(refusalOf(code)).toEqual(refused));
