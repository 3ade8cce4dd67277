import { describe, expect, it } from "vitest";
import { guessKind } from "./guess-kind.ts";

describe("sentences of a report", () => {
  it.each([
    "We had an outage of our API because of slow queries.",
    "Between 10:02 and 10:45 UTC we had an API outage caused by a full disk.",
    "We experienced an outage caused by a bad release.",
    "We experienced a service disruption.",
    "On Tuesday our customers suffered an outage of the booking system.",
    "The site suffered an outage.",
    "We had downtime in the EU region due to a full disk.",
    "The platform encountered a disruption when the certificate ran out.",
    "The checkout was hit by an outage.",
    "Our users were affected by a degradation of the search.",
    "Orders were hit by a slowdown after the release.",
    "The attacker drained 500 coins from the pool.",
    "Attack 2: 340 coins drained from the vault",
    "The intruder drained the whole wallet.",
    "The wallet was emptied by the attacker.",
    "There was an outage affecting some requests to sites.",
    "There was a partial outage of the booking API.",
    "There were several short interruptions of the stream.",
    "Starting on August 9th, we've had a 19-minute downtime of our main app.",
    "We have experienced two disruptions of sign-in.",
    "There were 19 minutes of downtime.",
    "There was a network outage.",
  ])("tell of the start of its impact: %s", (words) => expect(guessKind(words)).toBe("impact_started"));

  it.each([
    "We had planned downtime for the upgrade.",
    "We had a similar outage last year.",
    "We had no outage.",
    "The supplier had an outage.",
    "Traffic was drained from the region under attack.",
    "We drained node-4 because of the attack.",
    "We had an outage planned for the upgrade.",
    "We had not had an outage.",
    "There was no outage of the booking API.",
    "There was a planned outage of the booking API.",
    "There was a risk of downtime.",
    "There was an end to the outage.",
    "There was a call about the outage.",
    "No customer impact.",
    "No downtime for customers.",
    "Zero impact on payments.",
    "So far no disruption of orders.",
  ])("don't mistake it for something else: %s", (words) => expect(guessKind(words)).not.toBe("impact_started"));

  it.each([
    "The outage affected 5% of HTTP requests at its peak.",
    "The incident affected half of the shops at its peak.",
    "The incident affected 30% of users at its worst.",
    "The outage affected 4,000 users at its height.",
    "The problem reached its peak with 40% failed logins.",
    "The outage peaked at 40% of all requests.",
  ])("tell how bad it became: %s", (words) => expect(guessKind(words)).toBe("impact_changed"));

  it.each([
    "The mailing list services were deemed fully operational.",
    "The service was declared fully operational.",
    "The platform was considered stable again.",
    "All systems were deemed healthy.",
    "The shop is considered back to normal.",
    "The website was declared operational.",
  ])("tell that it is over: %s", (words) => expect(["impact_ended", "resolved"]).toContain(guessKind(words)));

  it.each([
    "The bulk of our migration had completed, and mail was flowing again.",
    "The bulk of the nodes had recovered.",
    "The bulk of the queue was delivered, and logins worked again.",
    "The majority of customers were back online.",
    "The bulk of all shops were available again.",
  ])("don't take a part for the whole: %s", (words) => expect(guessKind(words)).not.toBe("resolved"));

  it.each([
    "The fix was added to the code base for version 2.2.0.",
    "The patch was added to the release branch.",
    "The fix was added to the main branch.",
    "A fix was added to the repository.",
    "We added a fix to the next release.",
    "The workaround was added to the source tree.",
  ])("don't take what is written for what is live: %s", (words) =>
    expect(guessKind(words)).not.toBe("mitigation_started"),
  );

  it.each(["A workaround was added to the load balancer.", "We added a fix to the proxy."])(
    "still know a step: %s",
    (words) => expect(guessKind(words)).toBe("mitigation_started"),
  );

  it.each([
    "The team started working on the event by rolling back to the previous version.",
    "The engineers started to work on it by rolling back the deploy.",
    "We started working on the problem by reverting the change.",
    "We proceeded with reverting the release.",
    "We worked on it by reverting the last release.",
  ])("name the step by which they acted: %s", (words) => expect(guessKind(words)).toBe("rollback_started"));
});

describe("the aim of a step, in other languages,", () => {
  it.each([
    "Une première intervention a eu lieu afin de rétablir l’accès aux fichiers.",
    "Nous sommes intervenus pour rétablir le service.",
    "Intervention en cours dans le but de rétablir l'accès.",
    "El equipo trabaja para restablecer el servicio.",
    "A equipa trabalha para restabelecer o serviço.",
    "I tecnici lavorano per ripristinare il servizio.",
    "Wir arbeiten daran, um den Dienst wiederherzustellen.",
    "De techniek werkt door, om de dienst te herstellen.",
    "Инженеры работают, чтобы восстановить сервис.",
    "Constatant la persistance des alertes, une seconde intervention a été réalisée.",
  ])("isn't reached yet: %s", (words) =>
    expect(["mitigated", "resolved", "impact_ended", "alert_fired"]).not.toContain(guessKind(words)),
  );

  it.each([
    ["Der Server wurde neu gestartet, um den Dienst wiederherzustellen.", "restarted"],
    ["Se reinició el servidor para restablecer el servicio.", "restarted"],
    ["Le service est rétabli pour tous les clients.", "impact_ended"],
    ["El servicio se ha restablecido para todos los clientes.", "resolved"],
    ["Il servizio è ripristinato per tutti.", "resolved"],
  ])("leaves the rest: %s", (words, kind) => expect(guessKind(words)).toBe(kind));
});

describe("a question among other sentences", () => {
  it.each([
    "That's odd. Can you share the logs from around that time?",
    "Is this related to the routing issue of last week? The one with the ground station?",
    "Can someone check which tests fail? Should be something like test_plan",
    "Hm. Why would it pick the wrong region?",
    "Strange. Did anyone touch the config this morning?",
    "ok. which host is that on?",
  ])("is a question: %s", (words) => expect(guessKind(words)).toBe("question"));

  it.each([
    "Errors on all pages. Is anyone looking?",
    "Restarted the proxy. Does it help?",
    "Rolled back to 4.1, why not",
  ])("isn't what the other sentences tell: %s", (words) => expect(guessKind(words)).not.toBe("question"));
});
