"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { isGone } from "#components/base/api/problem.ts";
import { Deliveries } from "#components/intake/delivery/deliveries.tsx";
import { HowToConnect } from "#components/intake/integration/how-to-connect.tsx";
import { IntegrationHead } from "#components/intake/integration/integration-head.tsx";
import { waitingWords } from "#components/intake/integration/list-words.ts";
import { RuleDraftProvider } from "#components/intake/rule/draft-scope.tsx";
import { Routing } from "#components/intake/rule/routing.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { MetricsStrip } from "#components/ui/lists/metrics-strip.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
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
          missing: lastDeliveryAt ? <Moment at={lastDeliveryAt} /> : <span className={textStyles.muted}>Never</span>,
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
    return (
      <section>
        {isGone(error) ? (
          <ErrorState
            title="Integration not found"
            safe="It may have been removed with the demo data."
            next="Choose another integration."
            action={<ButtonLink href="/settings/integrations">All integrations</ButtonLink>}
          />
        ) : (
          <NotRead
            what="the integration"
            error={error}
            safe="Its deliveries are still accepted."
            onRetry={() => void refetch()}
          />
        )}
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
