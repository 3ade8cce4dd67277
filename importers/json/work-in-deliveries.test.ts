import { describe, expect, it } from "vitest";
import { spans } from "#importers/testing/times-of.ts";

const DAY = "2026-03-01";
const START = `${DAY}T10:00:00Z`;
const END = `${DAY}T10:20:00Z`;
/** The delivery came a day later. */
const SENT = "2026-03-02T09:00:00Z";
const SPAN = ["10:00:00", "10:20:00"];

describe("a delivery with text about work that was done before", () => {
  it.each<[string, object]>([
    [
      "a build",
      {
        eventType: "build.complete",
        message: { text: "Build 7 succeeded", html: "Build <b>7</b> succeeded" },
        resource: { id: 7, status: "succeeded", startTime: START, finishTime: END },
        createdDate: SENT,
      },
    ],
    [
      "a backup by its own state",
      {
        message: "Backup of shop-db completed",
        created_at: SENT,
        job: { state: "Success", started: START, ended: END },
      },
    ],
    [
      "a pipeline in the data of the delivery",
      {
        title: "Nightly pipeline failed",
        sentAt: SENT,
        data: { pipeline: { result: "failed", started_at: START, finished_at: END } },
      },
    ],
    [
      "a run whose state only the delivery says",
      {
        status: "FAILED",
        text: "Import of orders is over",
        createdOn: SENT,
        run: { startTime: START, completionTime: END },
      },
    ],
    [
      "a release, published later",
      {
        event: "release-finished",
        summary: "Release 4.2 went out",
        delivered_at: SENT,
        payload: { release: { begin: START, end: END } },
      },
    ],
    [
      "epochs",
      {
        message: "Scan of repo finished",
        creation_time: Date.parse(SENT) / 1000,
        scan: { status: "COMPLETED", started_on: Date.parse(START) / 1000, completed_on: Date.parse(END) / 1000 },
      },
    ],
  ])("gives start and end of the work: %s", (_what, json) => {
    expect(spans(json).map((one) => one.slice(0, -1))).toEqual([SPAN]);
  });

  it.each<[string, object]>([
    [
      "a note about an open incident",
      {
        message: "We are looking into it",
        created_at: SENT,
        incident: { status: "open", started_at: START, eta: END },
      },
    ],
    [
      "a booking that is still to come",
      {
        event: "booking.cancelled",
        message: "Booking of room 4 was cancelled",
        created_at: SENT,
        booking: { start_time: "2026-03-05T10:00:00Z", end_time: "2026-03-05T11:00:00Z" },
      },
    ],
    [
      "the time of the event itself",
      {
        event: "build.complete",
        message: "Someone approved build 7",
        occurred_at: SENT,
        build: { status: "succeeded", started_at: START, finished_at: END },
      },
    ],
    [
      "work that was stored but never started",
      {
        message: "Build 7 was skipped by a rule",
        created_at: SENT,
        build: { status: "canceled", created_at: START, finished_at: END },
      },
    ],
    [
      "a remark on finished work",
      {
        message: "Please look at the log",
        created_at: SENT,
        build: { status: "failed", started_at: START, finished_at: END },
      },
    ],
    [
      "a comment on finished work",
      {
        action: "commented",
        message: "This build failed because of the disk",
        created_at: SENT,
        build: { status: "failed", started_at: START, finished_at: END },
      },
    ],
    [
      "an alert that names what ran while it was fine",
      {
        message: "The last check failed",
        created_at: SENT,
        task: { kind: "check", started_at: START, finished_at: END },
      },
    ],
  ])("gives the time of the delivery: %s", (_what, json) => {
    expect(spans(json).map(([at]) => at)).toEqual(["09:00:00"]);
  });
});
