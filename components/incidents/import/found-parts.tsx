import type { Preview } from "#lib/contract/import.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { FoundActions } from "./found-actions.tsx";
import { FoundFactors } from "./found-factors.tsx";
import { FoundHead, offersHead } from "./found-head.tsx";

type FoundPartsProps = { incident: Incident; filename: string; preview: Preview };

/** What a write-up offers beside its events. */
export function FoundParts({ incident, filename, preview }: FoundPartsProps) {
  const { actions, factors } = preview;
  return (
    <>
      {offersHead(preview, incident) ? <FoundHead incident={incident} filename={filename} preview={preview} /> : null}
      {actions.length > 0 ? <FoundActions incidentKey={incident.key} filename={filename} actions={actions} /> : null}
      {factors.length > 0 ? <FoundFactors incident={incident} filename={filename} factors={factors} /> : null}
    </>
  );
}
