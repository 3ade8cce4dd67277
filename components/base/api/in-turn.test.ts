import { expect, test } from "vitest";
import { hasTurns, inTurn, inTurnTogether } from "./in-turn.ts";

/** A record that rejects a stale version, as the server does, and responds when told to. */
function record() {
  let version = 1;
  const answers: (() => void)[] = [];
  return {
    send: async (given: number) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      if (given !== version) throw new Error(`stale: ${given} is not ${version}`);
      version += 1;
      return { version };
    },
    somebodyElse: () => {
      version += 1;
    },
    answer: async () => {
      await expect.poll(() => answers.length).toBeGreaterThan(0);
      answers.shift()?.();
    },
  };
}

test("a change waits for the one before it, and uses its new version", async () => {
  const one = record();
  const first = inTurn("ACT-1", 1, one.send);
  const second = inTurn("ACT-1", 1, one.send);
  await one.answer();
  expect(await first).toEqual({ version: 2 });
  expect(hasTurns("ACT-1")).toBe(true);
  await one.answer();
  expect(await second).toEqual({ version: 3 });
  expect(hasTurns("ACT-1")).toBe(false);
  const third = inTurn("ACT-1", 1, one.send);
  await one.answer();
  expect(await third).toEqual({ version: 4 });
});

test("someone else's change is still a conflict, and the next one is sent anyway", async () => {
  const one = record();
  one.somebodyElse();
  const refused = inTurn("ACT-2", 1, one.send);
  const fresh = inTurn("ACT-2", 2, one.send);
  const told = expect(refused).rejects.toThrow("stale");
  await one.answer();
  await told;
  await one.answer();
  expect(await fresh).toEqual({ version: 3 });
});

test("a change of several records waits for the changes of each, and those of each wait for it", async () => {
  const [one, other] = [record(), record()];
  const before = inTurn("ACT-3", 1, one.send);
  const records = ["ACT-3", "ACT-4"].map((id) => ({ id, version: 1 }));
  const together = inTurnTogether(records, async (versionOf) => {
    const rows = await Promise.all([one.send(versionOf("ACT-3")), other.send(versionOf("ACT-4"))]);
    return { answer: "saved", rows: new Map(rows.map((row, at) => [records[at]?.id ?? "", row])) };
  });
  const after = inTurn("ACT-4", 1, other.send);
  await one.answer();
  expect(await before).toEqual({ version: 2 });
  await Promise.all([one.answer(), other.answer()]);
  expect(await together).toBe("saved");
  await other.answer();
  expect(await after).toEqual({ version: 3 });
  expect(hasTurns("ACT-3")).toBe(false);
});

test("an undo doesn't overwrite what someone else changed before this tab's next change", async () => {
  let version = 5;
  const save = async (given: number) => {
    if (given !== version) throw new Error(`stale: ${given} is not ${version}`);
    version += 1;
    return { version };
  };
  const moved = await inTurn("SC-5", 5, save);
  version += 1; // A colleague moves it, and this tab reads that.
  const edited = await inTurn("SC-5", 7, save);
  await expect(inTurn("SC-5", moved.version, save)).rejects.toThrow("stale: 6 is not 8");
  const records = [{ id: "SC-5", version: moved.version }];
  const together = inTurnTogether(records, async (versionOf) => {
    const row = await save(versionOf("SC-5"));
    return { answer: row, rows: new Map([["SC-5", row]]) };
  });
  await expect(together).rejects.toThrow("stale: 6 is not 8");
  expect(await inTurn("SC-5", edited.version, save)).toEqual({ version: 9 });
});

test("a change of a whole list starts from what the changes before it left", async () => {
  let row = { version: 1, ids: ["A", "B", "C"] };
  const shown = row.ids;
  const save = async (given: number, ids: string[]) => {
    if (given !== row.version) throw new Error("stale");
    row = { version: given + 1, ids };
    return row;
  };
  const remove = (gone: string) =>
    inTurn<typeof row>("SC-6", 1, (version, last) =>
      save(
        version,
        (last?.ids ?? shown).filter((id) => id !== gone),
      ),
    );
  const first = remove("A");
  // Another operation, whose row is without the list.
  const other = inTurn("SC-6", 1, async (version) => {
    row = { version: version + 1, ids: row.ids };
    return { version: version + 1 };
  });
  await Promise.all([first, other, remove("B")]);
  expect(row.ids).toEqual(["C"]);
  const { version } = await first;
  await inTurn<typeof row>("SC-6", version, (latest, last) => save(latest, [...(last?.ids ?? []), "A"]));
  expect(row.ids).toEqual(["C", "A"]);
});
