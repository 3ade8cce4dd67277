import { Import, Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Crumbs } from "#components/ui/crumbs.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { useWriteIncident } from "../use-write-incident.ts";
import { ImpactText } from "./impact-text.tsx";
import { IncidentMenu } from "./incident-menu.tsx";
import { ReviewButton } from "./review-button.tsx";
import { ServicesMenu } from "./services-menu.tsx";
import { SeverityPopover } from "./severity-popover.tsx";
import { SpanEditor } from "./span-editor.tsx";
import { KindMenu, StatusMenu } from "./state-menus.tsx";
import { TitleEditor } from "./title-editor.tsx";

/** Who this incident is: key, severity, state, title, dates, services, impact, and what can be done with it. */
export function IncidentHead({ incident, here }: { incident: Incident; here?: ReactNode }) {
  const write = useWriteIncident(incident.key);
  return (
    <div className="inc-h">
      <div>
        <Crumbs items={[{ label: "Incidents", href: "/incidents" }, { label: incident.key }]}>
          <SeverityPopover incident={incident} />
          <StatusMenu incident={incident} />
          <KindMenu incident={incident} />
          {incident.restricted ? (
            <span className="st">
              <Lock className="i s" />
              Restricted
            </span>
          ) : null}
          {incident.demo ? <Tag>Sample data</Tag> : null}
        </Crumbs>
        <TitleEditor
          title={incident.title}
          mayEdit={incident.abilities.edit}
          onSave={(title) => void write.update({ title }, `${incident.key} has a new title`)}
        />
        <div className="meta">
          <SpanEditor incident={incident} />
          <ServicesMenu incident={incident} />
        </div>
        <ImpactText incident={incident} />
      </div>
      <div className="acts flex">
        {here}
        {incident.abilities.edit ? (
          <ButtonLink href={`/incidents/${incident.key}/import`} icon={<Import className="i s" />}>
            Import events
          </ButtonLink>
        ) : null}
        <ReviewButton incident={incident} />
        <IncidentMenu incident={incident} />
      </div>
    </div>
  );
}
