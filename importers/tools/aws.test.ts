import { expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";

const build = {
  "detail-type": "CodeBuild Build Phase Change",
  source: "aws.codebuild",
  time: "2026-03-01T10:06:00Z",
  detail: {
    "project-name": "shop",
    "additional-information": {
      phases: [
        { "start-time": "Mar 1, 2026 10:00:00 AM", "end-time": "Mar 1, 2026 10:00:05 AM", "phase-type": "SUBMITTED" },
        { "start-time": "Mar 1, 2026 10:00:05 AM", "end-time": "Mar 1, 2026 10:06:00 AM", "phase-type": "BUILD" },
        { "start-time": "Mar 1, 2026 10:06:00 AM", "phase-type": "COMPLETED" },
      ],
    },
  },
};

it("reads each phase of an EventBridge event in UTC, whatever time zone is chosen", () => {
  const bytes = new TextEncoder().encode(JSON.stringify(build));
  const { events } = parseSource({ filename: "event.json", bytes }, { zone: "Europe/Berlin" });
  expect(events.map(({ at, endAt, title }) => [at?.slice(11, 19), endAt?.slice(11, 19), title])).toEqual([
    ["10:00:00", "10:00:05", "SUBMITTED: shop"],
    ["10:00:05", "10:06:00", "BUILD: shop"],
    ["10:06:00", undefined, "COMPLETED: shop"],
  ]);
});
