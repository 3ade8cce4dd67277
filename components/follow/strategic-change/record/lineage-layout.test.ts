import { expect, it } from "vitest";
import { layOut } from "./lineage-layout.ts";

const factor = (id: string, incidentKey: string, statement = "Backups not watched") => ({ id, incidentKey, statement });

it("draws each incident once and centres the columns", () => {
  const lineage = layOut([factor("a", "INC-1"), factor("b", "INC-2"), factor("c", "INC-1")]);
  expect(lineage.incidents).toEqual([
    { key: "INC-1", y: 30 },
    { key: "INC-2", y: 60 },
  ]);
  expect(lineage.factors.map(({ y }) => y)).toEqual([15, 45, 75]);
  expect(lineage.links).toEqual([
    { incident: 0, factor: 0 },
    { incident: 1, factor: 1 },
    { incident: 0, factor: 2 },
  ]);
  expect([lineage.changeY, lineage.height]).toEqual([45, 90]);
});

it("limits the columns to six and shortens long statements", () => {
  const many = Array.from({ length: 9 }, (_, at) => factor(String(at), `INC-${at}`, "x".repeat(80)));
  const lineage = layOut(many);
  expect(lineage.factors).toHaveLength(6);
  expect(lineage.factors[0]?.words).toHaveLength(34);
});
