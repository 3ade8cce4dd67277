import { EmptyState } from "#components/ui/empty-state.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import type { Me } from "#lib/contract/me.ts";

/** Where nothing waits: what comes here, and the way to begin. */
export function FirstSteps({ me }: { me: Me | undefined }) {
  const mayCreate = me?.may.includes("incident.create") ?? false;
  return (
    <EmptyState
      title="Reviews you write, actions you promised and evidence to check wait for you here."
      action={
        <span className="flex">
          {mayCreate ? (
            <ButtonLink href="/incidents/new" kind="primary">
              New incident
            </ButtonLink>
          ) : null}
          {me?.demo ? <ButtonLink href="/incidents">Explore the demo incidents</ButtonLink> : null}
          {mayCreate || me?.demo ? null : <ButtonLink href="/forum">Read published reviews</ButtonLink>}
        </span>
      }
    >
      {mayCreate
        ? "It begins with an incident: import what happened, generate the review, and promise what is done about it."
        : "Nothing waits for you now."}
    </EmptyState>
  );
}
