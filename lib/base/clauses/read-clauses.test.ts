import fc from "fast-check";
import { expect, it } from "vitest";
import { readClauses } from "./read-clauses.ts";

const told = (text: string) =>
  readClauses(text).map(
    ({ verb, voice, aspect, isReal, head }) =>
      `${head?.text ?? "-"} ${verb} ${voice} ${aspect}${isReal ? "" : " unreal"}`,
  );

it.each([
  ["Ana restarted the hub", ["ana restart active plain"]],
  ["The hub was restarted", ["hub restart passive plain"]],
  ["The hub is being restarted", ["hub restart passive ongoing"]],
  ["Begin restarting the hub", ["- restart active started"]],
  ["Rollback is complete", ["rollback roll-back active finished"]],
  ["Rolled the change back", ["- roll-back active plain"]],
  ["We will restart the hub", ["we restart active plain unreal"]],
  ["We did not restart the hub", ["we restart active plain unreal"]],
  ["If it fails, restart the hub", []],
  ["Found that the hub had restarted", ["- find active plain"]],
  ["Restarted the hub because it had failed", ["- restart active plain"]],
  ["Restarted the hub, and the errors stopped", ["- restart active plain", "errors stop active plain"]],
  ["Error rates increased", ["rates increase active plain"]],
  ["Customer reports of errors", ["reports  active plain"]],
  ["End of the outage", ["end outage active finished"]],
])("reads the clauses of “%s”", (text, clauses) => {
  expect(told(text)).toEqual(clauses);
});

it("reads any text and returns only words that it contains", () => {
  const word = fc.constantFrom(
    ..."the hub was not restarted and if that begins to roll back , . ( ) : users".split(" "),
  );
  let found = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join(" ")),
      ),
      (text) => {
        for (const { words } of readClauses(text)) {
          found += 1;
          expect(words.length).toBeGreaterThan(0);
          // "roll back" is read as one word.
          const letters = text.toLowerCase().replaceAll(" ", "");
          for (const word of words) expect(letters).toContain(word.text);
        }
      },
    ),
  );
  expect(found).toBeGreaterThan(50);
});
