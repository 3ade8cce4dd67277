"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import type { SourceFile } from "#components/incidents/import/source-file.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Crumbs } from "#components/ui/crumbs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { BeginFromFile } from "./begin-from-file.tsx";
import { NewIncidentForm } from "./new-incident-form.tsx";
import { SameServices } from "./same-services.tsx";

/** Answers that an address may carry, such as that of an event which came in by itself. */
const START = { title: parseAsString.withDefault(""), began: parseAsString.withDefault(""), service: parseAsString };

/** A new incident in half a minute, with its timeline beside it when there is a file. */
export function NewIncident() {
  const me = useMe();
  const [files, setFiles] = useState<SourceFile[]>([]);
  const [start] = useQueryStates(START);
  const [serviceIds, setServiceIds] = useState<string[]>(start.service === null ? [] : [start.service]);
  const mayCreate = me === undefined || me.may.includes("incident.create");
  return (
    <div className="s-new-incident">
      <div className="page">
        <PageHead
          crumbs={<Crumbs items={[{ label: "Incidents", href: "/incidents" }, { label: "New" }]} />}
          title="New incident"
          sub="Four answers are enough. Everything can be changed later, and every change is kept."
        />
        {mayCreate ? (
          <div className="newg">
            <NewIncidentForm files={files} serviceIds={serviceIds} onServiceIds={setServiceIds} start={start} />
            <aside aria-label="Begin from a file">
              <BeginFromFile files={files} onChange={setFiles} />
              <SameServices serviceIds={serviceIds} />
            </aside>
          </div>
        ) : (
          <EmptyState title="Members enter incidents">
            You may read all of them. Ask an administrator for the role of a member to enter one.
          </EmptyState>
        )}
      </div>
    </div>
  );
}
