import { expect, it } from "vitest";
import { integrationsWords, waitingWords } from "./list-words.ts";

it("summarises how many send, and their problems", () => {
  expect(integrationsWords([])).toContain("No integrations yet");
  expect(integrationsWords([{ state: "receiving" }])).toBe("1 integration connected.");
  expect(
    integrationsWords([{ state: "receiving" }, { state: "refused" }, { state: "silent" }, { state: "silent" }]),
  ).toBe("4 integrations connected. 1 has rejected requests, 2 have gone silent.");
});

it("names the services of unassigned events", () => {
  const service = (name: string | null) => ({ service: name === null ? null : { name }, count: 1 });
  expect(waitingWords([])).toBe("none");
  expect(waitingWords([service("Acme Mail")])).toBe("all Acme Mail");
  expect(waitingWords([service("Acme Mail"), service(null)])).toBe("Acme Mail, no service");
  expect(waitingWords([service("a"), service("b"), service("c"), service("d")])).toBe("of 4 services");
});
