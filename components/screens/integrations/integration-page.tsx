"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { Deliveries } from "#components/intake/delivery/deliveries.tsx";
import { HowToConnect } from "#components/intake/integration/how-to-connect.tsx";
import { IntegrationHead } from "#components/intake/integration/integration-head.tsx";
import { waitingWords } from "#components/intake/integration/list-words.ts";
import { RuleDraftProvider } from "#components/intake/rule/draft-scope.tsx";
import { Routing } from "#components/intake/rule/routing.tsx";
import { Button } from "#components/ui/button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { MetricsStrip } from "#components/ui/lists/metrics-strip.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import type { Integration } from "#lib/contract/integration.ts";

/** The last delivery, the counts of 7 days and the unassigned events. */
function IntegrationFigures({ integration }: { integration: Integration }) {
  const { lastDeliveryAt, receivedIn7Days, refusedIn7Days, becameEvents, knownAlready, waiting, waitingServices } =
    integration;
  return (
    <MetricsStrip
      items={[
        {
          label: "Last delivery",
          value: null,
          missing: lastDeliveryAt ? <Moment at={lastDeliveryAt} /> : <span className="muted">Never</span>,
        },
        { label: "In 7 days", value: String(receivedIn7Days), note: `${refusedIn7Days} rejected` },
        { label: "Became events", value: String(becameEvents), note: `${knownAlready} already known` },
        { label: "Unassigned events", value: String(waiting), note: waitingWords(waitingServices) },
      ]}
    />
  );
}

/** One integration: its state, how to connect it, its deliveries and its rules. */
export function IntegrationPage({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(reads.integration.get(id));
  if (error) {
    // A URL without an id is rejected as invalid. To a reader it's the same as not found.
    const isGone = ["not_found", "invalid"].includes(problemOf(error)?.code ?? "");
    return (
      <section>
        <ErrorState
          title={isGone ? "Integration not found" : "Couldn't load the integration"}
          safe={isGone ? "It may have been removed with the demo data." : wordsOf(error)}
          next={isGone ? "Choose another integration." : "Its deliveries are still accepted."}
          action={
            isGone ? (
              <ButtonLink href="/settings/integrations">All integrations</ButtonLink>
            ) : (
              <Button onClick={() => void refetch()}>Try again</Button>
            )
          }
        />
      </section>
    );
  }
  if (!data) {
    return (
      <section>
        <SkeletonRows rows={8} label="Loading the integration" />
      </section>
    );
  }
  return (
    <section aria-labelledby="integration">
      <IntegrationHead integration={data} />
      <IntegrationFigures integration={data} />
      <HowToConnect integration={data} />
      <RuleDraftProvider key={id}>
        <Deliveries integration={data} />
        <Routing integration={data} />
      </RuleDraftProvider>
    </section>
  );
}
