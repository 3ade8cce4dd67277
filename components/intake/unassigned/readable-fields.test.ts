import { expect, it } from "vitest";
import { readableFields } from "./readable-fields.ts";

const told = { title: "QueueDepthHigh", body: "", url: null, severity: null, labels: {} };
const termsOf = (more: Partial<Parameters<typeof readableFields>[0]>) =>
  readableFields({ ...told, ...more }).map(({ term, value }) => `${term}: ${value}`);

it.each([
  ["nothing but a title", {}, []],
  ["its text before its labels", { body: " 14 of 20 ", labels: { team: "mail" } }, ["Text: 14 of 20", "team: mail"]],
  ["a value once", { body: "QueueDepthHigh", labels: { alertname: "QueueDepthHigh", job: "x" } }, ["job: x"]],
  [
    "the severity under one name",
    { severity: "page", labels: { severity: "page", zone: "b" } },
    ["Severity: page", "zone: b"],
  ],
  [
    "ids last",
    { labels: { "event.id": "7", z: "last", request_id: "9", area: "first" } },
    ["area: first", "z: last", "event.id: 7", "request_id: 9"],
  ],
  ["its address", { url: "https://acme.example/a" }, ["Link: https://acme.example/a"]],
])("shows %s", (_, more, expected) => {
  expect(termsOf(more)).toEqual(expected);
});

it.each([
  ["https://acme.example/runbook", true],
  ["http://acme.example", true],
  ["see https://acme.example", false],
  ["javascript:alert(1)", false],
])("makes a link of %s: %s", (value, isLink) => {
  expect(readableFields({ ...told, labels: { runbook: value } })[0]?.isLink).toBe(isLink);
});
