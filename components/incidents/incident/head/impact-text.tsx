"use client";

import { type KeyboardEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { useWriteIncident } from "../use-write-incident.ts";

const LONGEST = 5000;
const focusNow = (field: HTMLTextAreaElement | null) => field?.focus();

/** What customers met, in a sentence or two; or the honest "unknown". */
export function ImpactText({ incident }: { incident: Incident }) {
  const write = useWriteIncident(incident.key);
  const [draft, setDraft] = useState<{ text: string; unknown: boolean } | null>(null);
  if (draft === null) {
    const words = incident.impactText || (incident.impactUnknown ? "Impact unknown" : "");
    if (!incident.abilities.edit) return words ? <p className="impact">{words}</p> : null;
    return (
      <p className="impact">
        {words ? <span className={incident.impactText ? undefined : "muted"}>{words} </span> : null}
        <button
          type="button"
          className="lnk muted"
          onClick={() => setDraft({ text: incident.impactText, unknown: incident.impactUnknown })}
        >
          {words ? "Edit the impact" : "Say what customers met"}
        </button>
      </p>
    );
  }
  const save = () => {
    setDraft(null);
    const impactText = draft.text.trim();
    const impactUnknown = draft.unknown && impactText === "";
    if (impactText === incident.impactText && impactUnknown === incident.impactUnknown) return;
    void write.update({ impactText, impactUnknown }, impactUnknown ? "Impact is marked as unknown" : "Impact saved");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) save();
    if (event.key === "Escape") {
      event.stopPropagation();
      setDraft(null);
    }
  };
  return (
    <div className="impact grid gap-2">
      <textarea
        className="in"
        aria-label="Impact"
        rows={3}
        maxLength={LONGEST}
        placeholder="Who could not do what, for how long; what was lost"
        ref={focusNow}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <span className="flex flex-wrap">
        <Button kind="primary" keys="mod+Enter" onClick={save}>
          Save the impact
        </Button>
        <Button kind="ghost" keys="Esc" onClick={() => setDraft(null)}>
          Cancel
        </Button>
        <Checkbox
          label="Nobody knows yet"
          checked={draft.unknown && draft.text.trim() === ""}
          disabled={draft.text.trim() !== ""}
          onChange={(event) => setDraft({ ...draft, unknown: event.target.checked })}
        />
      </span>
    </div>
  );
}
