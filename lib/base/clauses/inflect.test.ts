import { expect, it } from "vitest";
import { inflectAll } from "./inflect.ts";
import { IS, isA, wordOf } from "./lexicon.ts";

const formsOf = (entry: string) => [...inflectAll(entry)].map(([word, { form }]) => `${word} ${form}`);

it.each([
  ["deploy", ["deploy base", "deploys s", "deploying ing", "deployed past"]],
  ["retry", ["retry base", "retries s", "retrying ing", "retried past"]],
  ["crash", ["crash base", "crashes s", "crashing ing", "crashed past"]],
  ["fix", ["fix base", "fixes s", "fixing ing", "fixed past"]],
  ["pass", ["pass base", "passes s", "passing ing", "passed past"]],
  ["veto", ["veto base", "vetoes s", "vetoing ing", "vetoed past"]],
  ["restore", ["restore base", "restores s", "restoring ing", "restored past"]],
  ["see/saw/seen", ["see base", "sees s", "seeing ing", "saw past", "seen participle"]],
  ["queue", ["queue base", "queues s", "queuing ing", "queued past"]],
  ["die", ["die base", "dies s", "dying ing", "died past"]],
  ["stop*", ["stop base", "stops s", "stopping ing", "stopped past"]],
  ["find/found", ["find base", "finds s", "finding ing", "found past"]],
  ["set*/set", ["set base", "sets s", "setting ing"]],
  ["begin*/began/begun", ["begin base", "begins s", "beginning ing", "began past", "begun participle"]],
  ["cancel", ["cancel base", "cancels s", "canceling ing", "canceled past", "cancelling ing", "cancelled past"]],
])("inflects %s", (entry, forms) => expect(formsOf(entry)).toEqual(forms));

it("knows a past that isn't a participle, and keeps the first verb of a form", () => {
  const forms = inflectAll("  see/saw/seen \n find/found saw ");
  expect(forms.get("saw")).toEqual({ lemma: "see", form: "past", isOnlyPast: true });
  expect(forms.get("found")).toEqual({ lemma: "find", form: "past" });
  expect(forms.get("sawed")).toEqual({ lemma: "saw", form: "past" });
  expect(forms.has("")).toBe(false);
});

it.each([
  ["restarted", { verb: { lemma: "restart", form: "past" } }],
  ["rollback", { act: "roll-back" }],
  ["occured", { verb: { lemma: "occur", form: "past" } }],
  ["hard-stopped", { text: "hard-stopped", verb: { lemma: "stop", form: "past" } }],
  ["auto-deploys", { text: "auto-deploys", verb: { lemma: "deploy", form: "s" } }],
  ["blue-deploys", { verb: undefined }],
  ["hub", { verb: undefined, act: undefined, bits: 0 }],
])("knows of %s", (word, known) => expect(wordOf(word, word)).toMatchObject(known));

it.each([
  ["cannot", ["modal", "ability", "negation"]],
  ["ana's", ["determiner"]],
  ["it's", []],
  ["swiftly", ["manner"]],
  ["fastly", []],
  ["ably", []],
  ["fly", []],
] as const)("recognises the forms of %s in a sentence", (word, traits) => {
  const names = ["modal", "ability", "negation", "determiner", "manner", "preposition"] as const;
  expect(names.filter((name) => isA(wordOf(word, word), IS[name]))).toEqual(traits);
  expect(isA(undefined, IS.modal)).toBe(false);
});
