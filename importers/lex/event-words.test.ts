import fc from "fast-check";
import { expect, it } from "vitest";
import { fixture, fixturePaths } from "#importers/testing/fixtures.ts";
import { WORD_RULES } from "./event-word-rules.ts";
import { guessKind } from "./event-words.ts";

/** Every rule tried in turn: what the shortcut over beginnings of words must not change. */
const slowly = (words: string) => {
  const text = words.slice(0, 300).toLowerCase();
  return WORD_RULES.find(([, , pattern]) => pattern.test(text))?.[0] ?? "observation";
};

/** Words of the patterns themselves, with what may stand around them. */
const vocabulary = [
  ...new Set(
    WORD_RULES.flatMap(([, beginnings, pattern]) => `${beginnings} ${pattern.source}`.match(/[a-z]{2,}|\d/g) ?? []),
  ),
  ..."ed s ing is was the to - _ ' ? 503 5xx 404s on-call re-opened back off out re roll e-mail ic pr".split(" "),
];

it("guesses what all rules tried in turn would", () => {
  const joint = fc.constantFrom(" ", " ", " ", "-", "", ". ");
  const words = fc.array(fc.tuple(fc.constantFrom(...vocabulary), joint), { maxLength: 9 });
  fc.assert(
    fc.property(words, (pairs) => {
      const text = pairs.flat().join("");
      expect(guessKind(text)).toBe(slowly(text));
    }),
    { numRuns: 20_000 },
  );
});

it.each(WORD_RULES)(
  "%s: a text that its pattern matches has a word that begins as it needs",
  (_kind, _beginnings, pattern) => {
    // Without the assertions, which the generator does not know.
    const plain = new RegExp(pattern.source.replace(/\\b|\(\?<?!(?:[^()]|\([^()]*\))*\)/g, ""));
    fc.assert(
      fc.property(fc.stringMatching(plain, { size: "-1" }), (generated) => {
        const text = generated.toLowerCase();
        fc.pre(text.length < 300);
        expect(guessKind(text)).toBe(slowly(text));
      }),
      { numRuns: 200 },
    );
  },
);

it.each([
  ["Monitoring system screamed, alerting us to the chaos", "alert_fired"],
  ["Monitoring: a fix has been implemented", "monitoring"],
  ["Alertmanager page: API 5xx above 20 %", "alert_fired"],
  ["Ana receives a pager storm", "paged"],
  ["Our website was restored", "impact_ended"],
  ["The site was operational and open to users", "impact_ended"],
  ["The site was operational but slow", "observation"],
  ["Key deleted and the issue goes away", "impact_ended"],
  ["Start of shop.example outage", "impact_started"],
  ["End of shop.example outage", "impact_ended"],
  ["End of the maintenance window", "observation"],
  ["New Relic raises CPU usage alert", "alert_fired"],
  ["Incident over", "resolved"],
  ["OBS is down", "impact_started"],
  ["Error rate is down", "error_observed"],
  ["OBS is up again", "impact_ended"],
] as const)("%s: %s", (words, kind) => {
  expect(guessKind(words)).toBe(kind);
});

it("guesses the same for every line of the write-ups", () => {
  const lines = fixturePaths("notes").flatMap((path) => Buffer.from(fixture(path).bytes).toString().split("\n"));
  const differing = lines.filter((line) => guessKind(line) !== slowly(line));
  expect(differing).toEqual([]);
});
