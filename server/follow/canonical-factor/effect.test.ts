import { describe, expect, it } from "vitest";
import {
  addEvidenceTo,
  answerEffectOf,
  changeEvidenceOf,
  listActionItems,
  undoEffectOf,
} from "#server/follow/action-item/index.ts";
import { ALL, dayIn, fixWorld } from "./testing/fix-world.ts";

const { world, as, at, step, verified, asked, effectOf, answer } = fixWorld();
const rule = (name: string) => ({ code: "rule", details: { rule: name } });

describe("whether a verified action worked", () => {
  it("is asked 90 days after a P1 was verified, in the tracker and of who verified it", async () => {
    const { key } = await verified();
    expect(await effectOf(key)).toEqual({ dueOn: "2026-05-03", answer: null, recurrences: [], mayAnswer: true });
    expect(await asked(key)).toEqual([true, true]);
    await world.prisma.actionItem.updateMany({ data: { effectDueOn: new Date(dayIn(2)) } });
    expect(await asked(key)).toEqual([false, false]);
  });

  it("is answered by someone other than its implementer, and can be undone", async () => {
    const { key } = await verified();
    await expect(answer("ada", key, "yes")).rejects.toMatchObject(rule("second_person_needed"));
    const item = await answer("ben", key, "yes");
    expect(item.effect).toMatchObject({ dueOn: null, answer: { answer: "yes", by: "Ben", mine: true } });
    expect(item.history.at(-1)).toMatchObject({ kind: "effect", to: "yes", reason: "Paged in the drill" });
    const undone = await undoEffectOf(as("ben"), await at(key));
    expect(undone.effect).toMatchObject({ dueOn: "2026-05-03", answer: null });
    await expect(undoEffectOf(as("ben"), await at(key))).rejects.toMatchObject(rule("not_undone"));
  });

  it("has a list of evidence, of which some came with the answer and some later", async () => {
    const { key } = await verified();
    const added = { kind: "query", text: "rate(pages[1d])", method: "Metric", ofEffect: true } as const;
    await expect(addEvidenceTo(as("ben"), { ...(await at(key)), ...added })).rejects.toMatchObject(
      rule("effect_not_answered"),
    );
    const asked = { answer: "yes", method: "Drill" } as const;
    await expect(answerEffectOf(as("ben"), { ...(await at(key)), ...asked })).rejects.toMatchObject({
      details: { fields: [{ field: "text" }] },
    });
    const content = Buffer.from("Paged after 40 s").toString("base64");
    const first = await answerEffectOf(as("ben"), { ...(await at(key)), ...asked, content, filename: "drill.log" });
    const [file] = first.effect?.answer?.evidence ?? [];
    expect(file).toMatchObject({ kind: "file", method: "Drill", addedBy: "Ben", file: { name: "drill.log" } });
    const change = async (name: "ada" | "ben", removed: boolean) =>
      changeEvidenceOf(as(name), { ...(await at(key)), evidenceId: file?.id ?? "", removed });
    await expect(change("ben", true)).rejects.toMatchObject(rule("evidence_needed"));
    await expect(addEvidenceTo(as("ada"), { ...(await at(key)), ...added })).rejects.toMatchObject(
      rule("second_person_needed"),
    );
    const both = await addEvidenceTo(as("ben"), { ...(await at(key)), ...added });
    expect(both.effect?.answer?.evidence.map(({ kind }) => kind)).toEqual(["file", "query"]);
    expect(both.evidenceList).toHaveLength(1);
    expect(both.history.at(-1)).toMatchObject({ kind: "evidence", from: "effect", to: "added", reason: "Metric" });
    await expect(change("ada", true)).rejects.toMatchObject(rule("second_person_needed"));
    expect((await change("ben", true)).effect?.answer?.evidence).toMatchObject([{ kind: "query" }]);
    expect((await change("ben", false)).effect?.answer?.evidence).toHaveLength(2);
    const words = async (filter: string) =>
      (await listActionItems(as("ben"), { ...ALL, filter, today: dayIn(0) })).items.map((row) => row.key);
    expect(await words("evidence~70 and title~dumps")).toContain(key);
    expect(await words("evidence~rate")).not.toContain(key);
    await answer("ben", key, "no");
    await expect(change("ben", true)).rejects.toMatchObject(rule("effect_answered_again"));
  });

  it("is asked again if nothing exercised it, and not once it is reopened", async () => {
    const { key } = await verified();
    expect((await answer("ben", key, "not_exercised")).effect).toMatchObject({ dueOn: dayIn(90) });
    const reopened = await step("ben", key, { to: "in_progress", reason: "It doesn't page" });
    expect(reopened.effect).toBeNull();
    await expect(answer("ben", key, "no")).rejects.toMatchObject(rule("effect_not_asked"));
  });
});
