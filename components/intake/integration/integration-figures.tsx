import { MetricsStrip } from "#components/ui/metrics-strip.tsx";
import { Moment } from "#components/ui/moment.tsx";
import type { Integration } from "#lib/contract/integration.ts";
import { waitingWords } from "./list-words.ts";

/** Last delivery, the week, what became of it, what waits. */
export function IntegrationFigures({ integration }: { integration: Integration }) {
  const { lastDeliveryAt, receivedIn7Days, refusedIn7Days, becameEvents, knownAlready, waiting, waitingServices } =
    integration;
  return (
    <MetricsStrip
      items={[
        {
          label: "Last delivery",
          value: null,
          missing: lastDeliveryAt ? <Moment at={lastDeliveryAt} /> : <span className="muted">none yet</span>,
        },
        { label: "In 7 days", value: String(receivedIn7Days), note: `${refusedIn7Days} refused` },
        { label: "Became events", value: String(becameEvents), note: `${knownAlready} known already` },
        { label: "Waiting, unassigned", value: String(waiting), note: waitingWords(waitingServices) },
      ]}
    />
  );
}
