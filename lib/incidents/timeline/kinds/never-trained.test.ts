import { describe, expect, it } from "vitest";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { readLines } from "#training/kinds/lessons.ts";
import { guessKind } from "./guess-kind.ts";

/** Never train on these lines or write a rule for them. They have the right kinds, the best one first. */
const HELD_OUT = `
alert_fired | Zabbix raised a high-severity problem for the mail gateway
alert_fired | Synthetic check for the booking form turned red and triggered a notification
customer_report | A bakery in Lyon rang us: the till no longer prints receipts
customer_report | Two more tenants wrote in that their invoices are blank
customer_report | Forum thread opened by a reader who cannot upload pictures
paged | Nadia was woken by the pager
acknowledged | Iskander picks up the page and opens his laptop
joined | Storage engineer dials into the bridge
escalated | We rang the hosting company and asked for a technician on site
escalated | Pulled in the networking folks for a second opinion
declared | Severity one incident opened in our tracker
declared | Kwame declares a major incident
error_observed impact_started | Requests for invoices began to end in HTTP 500
error_observed | Consumers logged deserialisation exceptions by the thousand
error_observed | The nightly export crashed with a segmentation fault
impact_started error_observed | Shoppers could no longer put anything into the basket
impact_started error_observed | Sign-in stopped working for everybody in Asia
impact_changed | About half of the tenants can work again, the rest still wait
impact_ended resolved | Checkout works for all shops again
impact_ended resolved mitigated | Mail flows normally once more
metric_shift | Replication lag climbed to forty minutes
metric_shift | CPU load on the index hosts fell back to its usual level
deploy_finished deploy_started | Version 7.3 of the ledger service went live
deploy_started | Rollout of the new router firmware begins with the first rack
deploy_finished | The hotfix is in production on all clusters
rollback_started | We start going back to last week's image
rollback_finished | Reverted to build 5512 on every host
config_changed | Raised the connection limit of the proxy from 200 to 900
flag_off config_changed mitigation_started | Turned the recommendations flag off for everyone
restarted | Bounced the message broker
restarted mitigation_started | All four API nodes were rebooted one by one
scaled | Doubled the number of ingest workers
rerouted traffic_change mitigation_started | Sent European visitors to the Dublin site
mitigation_failed | Rebooting the switch made no difference
mitigation_failed | The second patch did not cure it either
mitigated resolved impact_changed | With the cache off, pages load again, if slowly
resolved | We call this one resolved and go to bed
resolved | The matter counts as solved, every service is healthy
closed resolved | Ticket closed after a quiet night
monitoring | Fix in place; we keep an eye on the graphs until the evening
public_update | Posted on the status page that card payments are delayed
public_update | First notice to customers published on our website
internal_update | Sent a summary to all department heads
dependency_event | Our DNS provider reports problems at its Singapore site
dependency_event | Stripe confirms that webhooks are delayed
automated_action | The autoscaler replaced the three sick instances by itself
decision | Leadership decides to postpone the migration
decision | The group chose to fail over rather than wait
question | Does anyone know who owns this queue?
hypothesis | We suspect a leak in the image library
observation | The runbook has no page for this service
observation | Looked through the traces of the slow calls
observation | Meeting moved to the large room
observation | It turned out that the certificate had been issued by another authority
observation | Grace is on holiday until Tuesday
observation | Drafted a list of what to check first
`;

const LINES = HELD_OUT.trim()
  .split("\n")
  .map((line) => {
    const [kinds = "", words = ""] = line.split(" | ");
    return { kinds: kinds.split(" ") as EventKind[], words };
  });

describe("lines that were never used for training", () => {
  const given = LINES.filter(({ words }) => guessKind(words) !== "observation");
  const right = given.filter(({ kinds, words }) => kinds.includes(guessKind(words)));
  const told = (lines: typeof LINES) => lines.map(({ words }) => `${guessKind(words)}: ${words}`).join("\n");

  it("aren't in any file of training lines", () => {
    const trained = new Set(readLines().map(({ text }) => text.toLowerCase()));
    expect(LINES.filter(({ words }) => trained.has(words.toLowerCase()))).toEqual([]);
  });

  it("are given a right kind or none", () => {
    const wrong = given.filter((line) => !right.includes(line));
    expect(right.length / given.length, told(wrong)).toBeGreaterThanOrEqual(0.92);
  });

  it("are given a kind more often than not", () => {
    const asking = LINES.filter(({ kinds }) => !kinds.includes("observation"));
    const missed = asking.filter(({ kinds, words }) => !kinds.includes(guessKind(words)));
    expect(1 - missed.length / asking.length, told(missed)).toBeGreaterThanOrEqual(0.55);
  });
});
