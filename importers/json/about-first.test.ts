import { describe, expect, it } from "vitest";
import { spans } from "#importers/testing/times-of.ts";

const DAY = "2026-03-01";
const START = `${DAY}T10:00:00Z`;
const END = `${DAY}T10:20:00Z`;
const BEFORE = `${DAY}T09:40:00Z`;
const AFTER = `${DAY}T10:20:01Z`;
const RUN = { name: "whole", created_at: BEFORE, started_at: BEFORE, finished_at: END };
const STEP = { name: "unit-tests", created_at: BEFORE, started_at: START, finished_at: END };

describe("a delivery with several objects", () => {
  it.each<[string, object, string]>([
    ["a job and its workflow", { type: "job-completed", at: AFTER, workflow: RUN, job: STEP }, "job-completed"],
    ["a job and its build", { event: "job.finished", timestamp: AFTER, build: RUN, job: STEP }, "job.finished"],
    [
      "a step whose code names both",
      { event: "run.step.failed", timestamp: AFTER, run: RUN, step: STEP },
      "run.step.failed",
    ],
    [
      "a name of two words",
      { event_type: "task-run:Completed", occurred: AFTER, flow: RUN, task_run: STEP },
      "task-run:Completed",
    ],
    ["words in capitals", { eventType: "STAGE_FINISHED", time: AFTER, pipeline: RUN, stage: STEP }, "STAGE_FINISHED"],
    ["a code in camel case", { action: "jobFinished", time: AFTER, pipeline: RUN, job: STEP }, "jobFinished"],
    [
      "objects in the data of the delivery",
      { type: "execution.ended", time: AFTER, data: { schedule: RUN, execution: STEP } },
      "execution.ended",
    ],
    [
      "objects in its payload",
      { type: "scan/done", createdAt: AFTER, payload: { group: RUN, scan: STEP } },
      "scan/done",
    ],
    [
      "the longer of two names",
      { event: "deployment_stage_over", time: AFTER, stage: RUN, deployment_stage: STEP },
      "deployment_stage_over",
    ],
    ["a second code", { action: "done", event_type: "test", time: AFTER, suite: RUN, test: STEP }, "done"],
  ])("is about the one that its code names: %s", (_what, json, code) => {
    const [[start, end, title] = [], ...others] = spans(json);
    expect([start, end, others]).toEqual(["10:00:00", "10:20:00", []]);
    expect(title).toContain("unit-tests");
    expect(`${code}: unit-tests`).toContain(title);
  });

  it.each([
    ["build", "job.finished"],
    ["pipeline", "job/done"],
    ["workflow_run", "JobFinished"],
  ])("has the time of the job and not of its %s, if it has none of its own", (around, event) => {
    const run = { number: 12, message: "Fix the cart", created_at: BEFORE, started_at: BEFORE };
    const [[start, end, title] = [], ...others] = spans({ event, [around]: run, job: STEP, sender: { name: "Ann" } });
    expect([start, end, others]).toEqual(["10:00:00", "10:20:00", []]);
    expect(title).toContain("unit-tests");
  });

  it("is about the first one if its code names none", () => {
    expect(spans({ type: "finished", at: AFTER, workflow: RUN, job: STEP })[0]).toContain("09:40:00");
  });

  it("isn't about a project, a person or a commit that its code names", () => {
    const aside = { name: "Other things", started_at: BEFORE, finished_at: END };
    for (const thing of ["project", "user", "commit"])
      expect(spans({ type: `job.${thing}_done`, at: AFTER, job: STEP, [thing]: aside })[0]).toContain("10:00:00");
  });
});
