import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const read = (json: unknown) => parseSource(jsonInput(json), { zone: "UTC" }).events;
const titles = (json: unknown) => read(json).map(({ title }) => title);

const AT = "2026-03-01T10:00:00Z";
const NAME = "Nightly cleanup of baskets";
const JOB = { name: NAME, description: "Deletes baskets that nobody has opened for a month." };
const STEPS = "clean ('and count what is deleted') [... 4 steps]";

describe("a run of a job that describes itself", () => {
  it.each<[string, object]>([
    [
      "the job inside its execution",
      {
        trigger: "failure",
        status: "failed",
        execution: { id: 7, status: "failed", started_at: AT, job: JOB, description: STEPS },
      },
    ],
    ["a job", { status: "failed", started_at: AT, job: JOB, description: STEPS }],
    ["a workflow", { conclusion: "failed", startedAt: AT, workflow: JOB, description: STEPS }],
    ["a pipeline", { state: "FAILED", created_at: AT, pipeline: JOB, details: STEPS }],
    ["a playbook", { result: "failed", time: AT, playbook: JOB, description: STEPS }],
    ["a runbook in a run", { run: { outcome: "Failed", startTime: AT, runbook: JOB, description: STEPS } }],
    ["a template of jobs", { status: "failed", started: AT, job_template: JOB, description: STEPS }],
    ["a flow", { event: "run", state: "Failed", timestamp: AT, flow: JOB, description: STEPS }],
    ["a schedule", { status: "failed", executed_at: AT, schedule: JOB, detail: STEPS }],
    ["a DAG", { dag: JOB, state: "failed", start_date: AT, description: STEPS }],
  ])("has the name and the state as its title: %s", (_what, json) => {
    expect(titles(json)).toEqual([`${NAME}: failed`]);
  });

  it("has the description in its body", () => {
    expect(read({ status: "failed", started_at: AT, job: JOB, description: STEPS })[0]?.body).toContain(STEPS);
  });

  it("has what went wrong in its title", () => {
    const json = { status: "failed", started_at: AT, job: JOB, error: "The disk of db-1 is full" };
    expect(titles(json)).toEqual([`${NAME}: The disk of db-1 is full`]);
  });

  it("has a description in its title if the job has none", () => {
    const json = { status: "failed", started_at: AT, job: { name: NAME }, description: "The disk of db-1 is full" };
    expect(titles(json)[0]).toContain("The disk of db-1 is full");
  });
});
