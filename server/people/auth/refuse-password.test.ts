import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusePassword } from "./refuse-password.ts";

const ada = { email: "ada.lovelace@analytical-engine.example", name: "Ada Lovelace" };
const refusal = (password: string) => {
  try {
    refusePassword("password", password, ada);
    return null;
  } catch (error) {
    return (error as { details: { fields: { field: string; message: string }[] } }).details.fields[0];
  }
};

describe("a new password", () => {
  it.each([
    ["password1234", /common/],
    ["Password123!", /common/],
    ["P@ssw0rd1234", /common/],
    ["qwertyuiop12", /common/],
    ["letmein12345", /common/],
    ["1qaz2wsx3edc", /common/],
    ["iloveyou2026!", /common/],
    ["PasswordPassword", /common/],
    ["administrator", /common/],
    ["!!welcome!!2026", /common/],
    ["1234567890123", /only digits/],
    ["aaaaaaaaaaaa", /repeats/],
    ["abcabcabcabc", /repeats/],
    ["x1x1x1x1x1x1", /repeats/],
    ["2026-11-28 01:02", /only digits/],
    ["ada.lovelace@analytical-engine.example", /own name or email/],
    ["adalovelace1815", /own name or email/],
    ["Lovelace, Ada!", /own name or email/],
    ["analytical-engine", /own name or email/],
    ["1815ADALOVELACE!", /own name or email/],
  ])("%s is rejected, with the rule and what to do", (password, rule) => {
    const field = refusal(password);
    expect(field).toMatchObject({ field: "password", message: expect.stringMatching(rule) });
    expect(field?.message).toMatch(/Use a few words that only you would combine$/);
  });

  it.each([
    "correct horse battery",
    "a long password",
    "measured by the clock",
    "ada likes strong coffee",
    "x7k9q2m4w8z1",
    "der Hund schläft nie",
    "тихая река ночью",
    "purple-rattle-spoon",
  ])("%s is accepted", (password) => expect(refusal(password)).toBeNull());

  it("is rejected at once, however long it is", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, maxLength: 200 }), (password) => {
        refusal(password);
      }),
    );
  });
});
