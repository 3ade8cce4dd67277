import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Factor } from "#lib/contract/factor.ts";
import type { FactorEdge } from "#lib/follow/factor/relations.ts";
import { RelationsTable } from "./relations-table.tsx";

const factorOf = (number: number, statement: string, explains: Factor["explains"] = []): Factor => ({
  ...{ id: `f${number}`, number, statement, explains, reviewKey: "REV-1", incidentKey: "INC-1", version: 1 },
  ...{ detail: "", role: "contributor", domains: [], actedBy: null, status: "supported", acceptedReason: null },
  ...{ evidence: [], actions: [], changes: [], condition: null, holes: [], threadId: null, removed: false },
  abilities: { edit: true },
});
const nothing = () => undefined;
const tableOf = (factors: Factor[], relations: FactorEdge[] = []) =>
  renderToStaticMarkup(
    <RelationsTable
      {...{ factors, relations, mayEdit: false, fromId: null, onOpen: nothing, onRelate: nothing, onUnrelate: nothing }}
    />,
  );
const words = (html: string) => html.replace(/<[^>]+>/g, "|").replace(/\|+/g, "|");

it("shows each line of the drawing as a sentence, those to the incident too, with a button for each factor", () => {
  const factors = [factorOf(1, "Load outran it", ["impact", "duration"]), factorOf(2, "No alarm")];
  const html = tableOf(factors, [{ fromId: "f2", toId: "f1", relation: "masked" }]);
  expect(words(html)).toContain("|2| No alarm|masked|1| Load outran it|");
  expect(words(html)).toContain("|1| Load outran it|explains impact and duration|The incident|");
  expect(html.match(/<button type="button"/g)).toHaveLength(3);
  expect(html).not.toContain("No relations yet");
});

it("says that there are none only if no factor explains a part of the incident either", () => {
  expect(tableOf([factorOf(1, "Load outran it")])).toContain("No relations yet");
  expect(tableOf([factorOf(1, "Load outran it", ["impact"])])).not.toContain("No relations yet");
});

it("shows the evidence of the factor that a line starts from, for it and against it", () => {
  const event = { eventId: "e12", number: 12, title: "Load doubled" };
  const evidence: Factor["evidence"] = [
    { ...event, stance: "for" },
    { ...event, eventId: "e14", number: 14, stance: "against" },
  ];
  const factors = [{ ...factorOf(1, "Load outran it", ["impact"]), evidence }, factorOf(2, "No alarm")];
  const html = tableOf(factors, [{ fromId: "f2", toId: "f1", relation: "masked" }]);
  expect(words(html)).toContain("|Evidence|");
  expect(words(html)).toContain("|explains impact|The incident|E12|E14 against|");
  expect(words(html)).toContain("|2| No alarm|masked|1| Load outran it|None|");
  expect(html).toContain('href="/incidents/INC-1?event=e14"');
});
