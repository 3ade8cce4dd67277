import { expect, it } from "vitest";
import { guessKind } from "./guess-kind.ts";
import { KindReader } from "./kind-reader.ts";

const kindOf = (title: string, body = "") => new KindReader().next(title, body);

it.each([
  "An engineer from the exchange contacted us: the faulty port is off",
  "A technician of the ring operator called us with a first diagnosis",
  "Someone at the carrier informed us that the card was swapped",
  "One operator from the harbour grid phoned us about the cable",
  "A colleague from the data centre told us that a fuse had blown",
  "Another engineer of the host notified us of a broken fan",
  "An expert from the maker wrote to us with her findings",
  "A representative of the bank reached out to us about the queue",
  "The technician from the lift company alerted us to a worn belt",
  "An administrator at the partner school got in touch with us",
])("others who call tell of their side: %s", (line) => expect(guessKind(line)).toBe("dependency_event"));

it.each([
  ["escalated", "We contacted an engineer of the exchange"],
  ["escalated", "Escalated to the technicians of the ring operator"],
])("%s is still read from: %s", (kind, line) => expect(guessKind(line)).toBe(kind));

it.each([
  "The cache time of the zone is set to 7200, leading to wrong answers until noon",
  "The limit is set to 40, so the last riders had to wait",
  "The lifetime of a ticket is set to 600 seconds, meaning that old ones were valid for a while",
  "The retry delay was set to 30 s, causing late deliveries",
  "The timeout of the gate is set to 9 s, which means that slow readers fail",
  "The age of the copy is set to one hour, resulting in old timetables",
  "The pool is set to ten, thus leading to a queue",
  "The interval is set to 5 minutes, so that it took a while",
  "The quota was set to 100, which led to refusals",
  "The ceiling is set to 20 kW, which causes pauses",
])("a setting that has a consequence isn't changed then: %s", (line) =>
  expect(guessKind(line)).not.toBe("config_changed"),
);

it("a setting that is changed stays a change", () =>
  expect(guessKind("The timeout of the gate was set to 9 s")).toBe("config_changed"));

it.each([
  "All has been stable for two days, so we close the ticket",
  "The ring has been quiet since Sunday, so we are closing the case",
  "No further loss was seen, and the ticket is closed",
  "Nothing has happened for a week, therefore we close this case",
  "The pumps have run well for three days; we close the ticket",
  "It has been quiet, so this ticket is now closed",
  "Everything looks stable, and we now close the incident",
  "The tills are steady since Monday, so I close the ticket",
  "It stayed calm over the weekend, hence we close the case",
  "Stable for 48 hours, we close this ticket",
])("the end of a ticket isn't that of the trouble: %s", (line) => expect(guessKind(line)).toBe("closed"));

it.each([
  "Update: The file store doesn't answer, which may be due to the new switch",
  "Update: Some lockers still can't be opened by phone",
  "Notice: One of two pumps will be replaced on Thursday evening",
  "Notification: The catalogue can't be searched at the moment",
  "UPDATE - The gates of the north hall remain closed to visitors",
  "Update: Ferries are late because the booking desk is slow",
  "Notice – Cards are refused at some of the tills",
  "Update: Our supplier believes that a cable was cut near the mill",
  "[Update] - The lifts in tower B stop at every floor now",
  "Notification: Meters in the valley send no values for now",
])("a sentence behind the caption of a post is one: %s", (title) => expect(kindOf(title)).toBe("public_update"));

it.each([
  ["rollback_finished", "Update: Rolled back to version 8 of the till"],
  ["restarted", "Update: Restarted the booking server"],
  ["observation", "Update: done"],
])("what was done keeps its kind: %s, %s", (kind, title) => expect(kindOf(title)).toBe(kind));

it.each([
  "An outage occurred earlier today due to work at the host",
  "We had a loss of network earlier today",
  "Several halls were without power earlier this morning",
  "The booking desk failed earlier this evening",
  "Earlier today, the tills crashed",
  "Cards were refused earlier this afternoon",
  "There was an outage of the lifts earlier today",
  "The map service was down earlier this week",
  "Earlier this morning the pumps stopped",
  "Our mail relay crashed earlier today",
])("trouble that is told later isn't at the time of the words: %s", (title) =>
  expect(["observation", "public_update"]).toContain(kindOf(title)),
);

it("trouble with its own time stays there", () =>
  expect(kindOf("Earlier today at 10:02 the booking server crashed")).toBe("error_observed"));
