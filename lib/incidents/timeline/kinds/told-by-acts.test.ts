import { describe, expect, it } from "vitest";
import { guessKind } from "./guess-kind.ts";

describe("the kind of a line", () => {
  it.each([
    "Issue detected as monitoring alerts flagged slow queries",
    "The outage was detected by a Prometheus alert",
    "Problem first noticed through our uptime monitoring",
    "Incident picked up by the synthetic monitors",
    "Monitoring alerts flagged a rise in response times",
    "The alert policy for 5xx errors registered the failures",
    "Latency alarms flagged the database",
    "Our monitoring picked up timeouts in the checkout",
    "Degradation identified via a CloudWatch alarm",
    "Disk alerts caught the growth of the log volume",
  ])("is an alert if a machine raised it: %s", (line) => expect(guessKind(line)).toBe("alert_fired"));

  it.each([
    "The on-duty engineer was informed of the issue",
    "On-call engineers were notified",
    "Acme notifies the network team",
    "The database team was contacted",
    "Bo contacted the hosting provider",
    "The duty technician was told by phone",
    "We informed the storage vendor",
    "Platform engineers were immediately informed",
    "Kestrel notified Plover Labs",
    "The security team is informed",
  ])("is an escalation if responders were told: %s", (line) => expect(guessKind(line)).toBe("escalated"));

  it.each([
    "sed was used to fix the error",
    "Disk space manually freed up to restore service",
    "A script was run to clear the stuck jobs",
    "Old log files were deleted to restore access",
    "A patch was applied to correct the path",
    "Ana cleared the cache to fix the problem",
    "The table was truncated to resolve the issue",
    "Connections were dropped to mitigate the outage",
    "A second script was executed to repair the index",
    "The lock file was removed to restore the service",
  ])("is mitigation if it was done to fix it: %s", (line) => expect(guessKind(line)).toBe("mitigation_started"));

  it.each([
    "IT sent out an email updating users",
    "The library sent an email informing all students",
    "We sent a notification to our customers",
    "Sent out a second message to affected users",
    "The council released a city-wide announcement",
    "The college issued a campus-wide notice",
    "Support sends an update to all customers",
    "The bank published a public statement",
    "The clinic sent a notice to patients",
    "Sent an announcement to the subscribers",
  ])("is a public update if many were told: %s", (line) => expect(guessKind(line)).toBe("public_update"));

  it.each([
    "Um 18:30 Uhr kam es zur Beeinträchtigung mehrerer Dienste",
    "Ab 9 Uhr kam es in einem Rechenzentrum zu Störungen",
    "Gegen Mittag kam es beim Anmelden zu Problemen",
    "Dadurch kam es ab 10:05 zum Ausfall der Telefonie",
    "Im Webshop kam es zu erheblichen Verzögerungen",
    "Nach dem Update kam es zu Einschränkungen beim Login",
    "Um 7 Uhr kam es zu einer Unterbrechung der Verbindung",
    "Am Montag kam es gegen 8 Uhr zu Ausfällen",
    "Im Netz kam es ab 6 Uhr zu einer Störung",
    "Beim Versand kam es zu großen Problemen",
  ])("is impact if it came to that: %s", (line) =>
    expect(guessKind(line)).toMatch(/^(?:impact_started|error_observed)$/),
  );

  it.each([
    ["The script is expected to fix the issue", "mitigation_started"],
    ["We decided to restore the service from the backup", "mitigation_started"],
    ["The patch was not applied to fix the problem", "mitigation_started"],
    ["The team worked to resolve the issue", "mitigation_started"],
    ["The flag is designed to restore access", "mitigation_started"],
    ["We notified users of the fix", "escalated"],
    ["The provider notified customers", "escalated"],
    ["Monitoring should have flagged the issue", "alert_fired"],
    ["No alerts flagged the drop", "alert_fired"],
    ["No email was sent to users", "public_update"],
    ["Es kam nicht zu einem Ausfall", "impact_started"],
  ])("isn't told by what was only meant or denied: %s", (line, kind) => expect(guessKind(line)).not.toBe(kind));

  it.each([
    "the monitoring alerts and ",
    "informed the a-b ",
    "was used to ",
    "sent out the an email ",
    "kam es zu der ",
    "restored to restore ",
    "issue detected as the ",
    "- - - - ",
  ])("takes no longer with more of the same words: %s", (words) => {
    const started = performance.now();
    guessKind(words.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
