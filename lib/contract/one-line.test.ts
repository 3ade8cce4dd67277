import { describe, expect, it } from "vitest";
import { contract } from "./index.ts";

interface Field {
  safeParse(value: unknown): { success: boolean };
}
type Shape = Record<string, Field | undefined>;

const fieldOf = (path: string): Field => {
  const [noun = "", operation = "", name = ""] = path.split(".");
  const routes = contract[noun as keyof typeof contract] as Record<string, object>;
  const { inputSchema } = (routes[operation] as { "~orpc": { inputSchema: { shape: Shape } } })["~orpc"];
  const field = inputSchema.shape[name];
  if (!field) throw new Error(`${path} is not a field`);
  return field;
};
const accepts = (path: string, value: unknown) => fieldOf(path).safeParse(value).success;

/** Fields of one line that people fill in. */
const LINES = [
  ...["actionItem.create.title", "actionItem.update.title", "actionItem.update.dueReason"],
  ...["evidence.attach.title", "evidence.change.title", "factor.create.statement", "factor.update.statement"],
  ...["impact.add.reason", "impact.change.reason", "impact.keepSeries.title", "impact.changeSeries.title"],
  ...["incident.create.title", "incident.update.title", "incident.changeSeverity.reason"],
  ...["integration.create.name", "integration.update.name", "routing.create.titleTemplate"],
  ...["member.update.name", "entry.setUp.name", "entry.acceptInvitation.name"],
  ...["review.generate.title", "review.update.title", "review.waive.reason"],
  ...["service.create.name", "service.update.name", "service.propose.name"],
  ...["strategicChange.create.title", "strategicChange.update.title", "team.create.name", "team.update.name"],
  ...["timeline.add.title", "timeline.update.title", "timeline.update.foundBy", "token.create.name"],
  "version.create.name",
];

describe.each(LINES)("%s", (path) => {
  it("is one line of text that can be seen", () => {
    expect(accepts(path, " Überlastung – 43% 👍 ")).toBe(true);
    for (const text of ["two\nlines", "a\ttab", "\u001b[31mred", "turned \u202egpj.exe", "a\u2028b", "\u2066a"])
      expect(accepts(path, text), JSON.stringify(text)).toBe(false);
  });
});

it.each(LINES.filter((path) => !/impact\.\w+\.reason|changeSeverity|titleTemplate/.test(path)))(
  "%s isn't empty or invisible",
  (path) => {
    for (const text of ["", " ", "\u200b", "\u0301"]) expect(accepts(path, text), JSON.stringify(text)).toBe(false);
  },
);

it.each(["impact.add.reason", "incident.changeSeverity.reason", "routing.create.titleTemplate"])(
  "%s can be empty",
  (path) => expect(accepts(path, "")).toBe(true),
);

it.each([
  ...["actionItem.create.description", "actionItem.update.blockedReason", "actionItem.transition.evidence"],
  ...["actionItem.transition.reason", "comment.start.body", "evidence.addNote.body", "factor.update.acceptedReason"],
  ...["impact.keepSeries.text", "incident.cancel.reason", "review.publish.note", "review.transition.reason"],
  ...["strategicChange.transition.reason", "strategicChange.reportHealth.body", "timeline.add.body"],
])("%s can have several lines", (path) => expect(accepts(path, "first\n\tsecond")).toBe(true));
