import fc from "fast-check";
import { expect, it } from "vitest";
import { bodyBeyondTitle, joinBody, titleBeyond } from "./beyond-title.ts";

const long =
  "The primary was overloaded by spam that was created through snippets and by a job that removed an account";

it.each<[string, string, string, string]>([
  ["another text stays whole", "Paged", "Two alerts within a minute", "Two alerts within a minute"],
  ["the same text is no body", "Paged the on-call", "Paged the on-call", ""],
  ["nor with other spaces, marks and a stop", "Paged the on-call", "**Paged**  the `on-call`.", ""],
  ["the first line is not said again", "Rolling back", "Rolling back\n\nFlag stays on", "Flag stays on"],
  ["nor the first sentence", "Rolling back to 4.1.", "Rolling back to 4.1. Flag stays on.", "Flag stays on."],
  ["nor the words before a colon", "Decision", "Decision: fail over", "fail over"],
  [
    "a cut title goes on",
    "The primary was overloaded by spam…",
    long,
    "… that was created through snippets and by a job that removed an account",
  ],
  ["a title cut within a word goes on too", "The primary was overl…", long, `…${long.slice(21)}`],
  [
    "a long title that the text only lengthens goes on",
    "The primary was overloaded by spam",
    long,
    `…${long.slice(34)}`,
  ],
  ["a short word that begins both is no title said twice", "A", "A lot of alerts", "A lot of alerts"],
  ["nor the beginning of a longer word", "Deploy", "Deployment 4.2 begins", "Deployment 4.2 begins"],
  ["a title that stands later in the text is left there", "Paged", "He was Paged", "He was Paged"],
  ["nothing stays nothing", "Paged", "  ", ""],
  ["other scripts count too", "Датабаза је пала", "Датабаза је пала.\nПријава у 10", "Пријава у 10"],
])("%s", (_, title, body, rest) => {
  expect(bodyBeyondTitle({ title, body })).toBe(rest);
});

it("gives the whole text of a cut title back", () => {
  const cut = "The primary was overloaded by spam…";
  expect(joinBody(cut, bodyBeyondTitle({ title: cut, body: long }))).toBe(long);
  expect(joinBody("Paged", "…and more")).toBe("…and more");
  expect(joinBody("Paged…", "Two alerts")).toBe("Two alerts");
});

it("never loses a word of the body that isn't in the title", () => {
  const words = fc.array(fc.constantFrom("disk", "full", "on", "db1", "paged", "rolled", "back."), { maxLength: 12 });
  fc.assert(
    fc.property(words, words, (title, more) => {
      const rest = bodyBeyondTitle({ title: title.join(" "), body: [...title, ...more].join(" ") });
      const said = `${title.join(" ")} ${rest}`.match(/[a-z\d]+/g)?.join(" ") ?? "";
      const whole =
        [...title, ...more]
          .join(" ")
          .match(/[a-z\d]+/g)
          ?.join(" ") ?? "";
      expect(said.endsWith(whole) || said === whole).toBe(true);
    }),
  );
});

it.each([
  ["Priya Raman: rolling back", "Priya Raman", "rolling back"],
  ["priya raman: Rolling back", "Priya Raman", "Rolling back"],
  ["Priya is rolling back", "Priya", "Priya is rolling back"],
  ["Priya:", "Priya", "Priya:"],
  ["Rolling back", null, "Rolling back"],
])("names who says “%s” once", (title, actor, words) => expect(titleBeyond({ title, actor })).toBe(words));
