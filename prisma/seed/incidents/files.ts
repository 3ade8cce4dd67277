import type { IncidentPlan } from "../plan.ts";
import type { Stage } from "../stage.ts";
import { FILES_ACTIONS } from "./files-actions.ts";

const DAY = -124;

/**
 * Fictional: uploads fail because a renewed certificate was not loaded. Published long enough ago to have overdue
 * actions.
 */
export const files = (stage: Stage): IncidentPlan => ({
  name: "files",
  title: "Acme Files: uploads failing, certificate expired",
  severity: 2,
  services: ["files"],
  startedAt: stage.instant(DAY, "06:00"),
  resolvedAt: stage.instant(DAY, "08:05"),
  impact:
    "No one could upload a file for 78 minutes. Reading and sharing worked. About 3,100 uploads waited on customers' machines and finished automatically. No file was lost.",
  entered: { by: "wen", on: DAY },
  roles: [
    { role: "commander", person: "wen" },
    { role: "on_call", person: "ines" },
  ],
  sources: [{ file: "files-timeline.csv", by: "wen", on: DAY + 1 }],
  events: {
    renewed: "Certificate of the upload gateway renewed",
    impact: "Impact starts: uploads fail",
    report: "Customer reports that uploads stop",
    paged: "On-call paged by support",
    acknowledged: "Acknowledged by on-call",
    declared: "SEV2 incident declared",
    disk: "Observation: the certificate on disk",
    served: "Observation: the certificate that is served",
    restart: "Gateway restarted region by region",
    mitigated: "Mitigated: uploads work",
    public: "Status page: uploads work again",
    resolved: "Incident resolved: waiting uploads",
  },
  untimed: [],
  kinds: { renewed: "automated_action" },
  pinned: [],
  hidden: [],
  milestones: {
    impact_started: "impact",
    detected: "report",
    paged: "paged",
    acknowledged: "acknowledged",
    declared: "declared",
    first_public_update: "public",
    mitigation_started: "restart",
    mitigated: "mitigated",
    resolved: "resolved",
  },
  windows: [
    {
      service: "files",
      from: "impact",
      to: "mitigated",
      weight: 0.5,
      basis: "estimated",
      reason: "Uploads failed, reading and sharing worked",
    },
    {
      service: "files",
      from: "mitigated",
      to: "resolved",
      weight: 0,
      basis: "default",
      reason: "Waiting uploads were processed",
    },
  ],
  review: {
    by: "ines",
    on: DAY + 2,
    template: "standard",
    title: "Acme Files: uploads failing, certificate expired",
    owner: "ines",
    facilitator: "aiko",
    authors: ["ines", "wen"],
    approvers: ["sam"],
    dueIn: DAY + 14,
    metOn: DAY + 7,
    factors: [
      {
        name: "reload",
        statement: "The renewal ran and the reload did not, and the failure raised no alarm",
        condition: "Failures raise no alarm",
        detail: "The job reports success when the new file is written. Nothing checked whether it was loaded.",
        role: "contributor",
        domains: ["tooling", "observability"],
        status: "supported",
        evidence: ["renewed", "served"],
      },
      {
        name: "wrong-place",
        statement: "The check looked at the file on disk, and the file was right",
        condition: "Checks don't look at what customers get",
        detail: "Customers see the certificate that is served. The two were nine days apart.",
        role: "detection_gap",
        domains: ["observability"],
        status: "supported",
        evidence: ["disk", "served"],
      },
    ],
    texts: [
      {
        by: "ines",
        on: DAY + 5,
        sections: {
          summary: `The certificate of the upload gateway was renewed nine days before it was needed, and the gateway never read the new file. [[renewed]] When the old one expired, uploads failed for 78 minutes. [[impact]] [[mitigated]]

The check reported success throughout, because it looked at the file on disk. [[disk]]`,
          went_well: `Clients keep what they can't send and try again. No file was lost, and no one had to upload twice. [[resolved]]`,
          was_hard: `Half an hour passed before anyone checked the served certificate instead of the stored one. [[served]]`,
          luck: `It was six in the morning. At noon there are eleven times as many uploads.`,
          surprises: `In a job that we had trusted for four years, “renewed” and “in use” were two different facts.`,
          lessons: `Check what the customer sees. A job that ended successfully proves only that it ended. [[change:silence]]`,
        },
      },
    ],
    threads: [],
    waivers: [],
    moves: [
      { by: "ines", on: DAY + 6, to: "in_review" },
      { by: "aiko", on: DAY + 9, to: "reviewed" },
      { by: "aiko", on: DAY + 12, to: "published" },
    ],
  },
  actions: FILES_ACTIONS,
});
