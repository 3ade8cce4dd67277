import { Import, Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Tag } from "#components/ui/labels/tag.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { useWriteIncident } from "../use-write-incident.ts";
import styles from "./head.module.css";
import { ImpactText } from "./impact-text.tsx";
import { IncidentMenu } from "./incident-menu.tsx";
import { ReviewButton } from "./review-button.tsx";
import { ServicesMenu } from "./services-menu.tsx";
import { SeverityPopover } from "./severity-popover.tsx";
import { SpanEditor } from "./span-editor.tsx";
import { KindMenu, StatusMenu } from "./state-menus.tsx";
import { TitleEditor } from "./title-editor.tsx";

type IncidentHeadProps = {
  incident: Incident;
  /** Who else is here. */
  here?: ReactNode;
  /** Shown next to the state: what it could be set to. */
  offer?: ReactNode;
};

/** The header of an incident: key, severity, state, dates, services, impact, title, and actions. */
export function IncidentHead({ incident, here, offer }: IncidentHeadProps) {
  const write = useWriteIncident(incident.key);
  return (
    <div className={styles.head}>
      <div>
        <div className={styles.facts}>
          <Crumbs
            className={styles.crumbs}
            items={[{ label: "Incidents", href: "/incidents" }, { label: incident.key }]}
          >
            <SeverityPopover incident={incident} />
            <StatusMenu incident={incident} />
            {offer}
            <KindMenu incident={incident} />
            {incident.restricted ? (
              <span className={styles.restricted}>
                <Lock size={14} />
                Restricted
              </span>
            ) : null}
            {incident.demo ? <Tag>Demo data</Tag> : null}
            <SpanEditor incident={incident} />
            <ServicesMenu incident={incident} />
            <ImpactText incident={incident} />
          </Crumbs>
        </div>
        <TitleEditor
          title={incident.title}
          mayEdit={incident.abilities.edit}
          onSave={(title) => void write.update({ title }, `Title of ${incident.key} changed`)}
        />
      </div>
      <div className={styles.buttons}>
        {here}
        {incident.abilities.edit ? (
          <ButtonLink href={`/incidents/${incident.key}/import`} icon={<Import size={14} />}>
            Import events
          </ButtonLink>
        ) : null}
        <ReviewButton incident={incident} />
        <IncidentMenu incident={incident} />
      </div>
    </div>
  );
}
