"use client";

import { Archive, Ban, Ellipsis, Lock, LockOpen, Rows2 } from "lucide-react";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/overlays/menu.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { useWriteIncident } from "../use-write-incident.ts";
import { RestrictDialog } from "./restrict-dialog.tsx";

type CancelDialogProps = { incident: Incident; onClose: () => void };

/** Cancels an incident created by mistake, with a reason. */
function CancelDialog({ incident, onClose }: CancelDialogProps) {
  const { key } = incident;
  const write = useWriteIncident(key);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim() === "";
  const cancel = () => {
    setTried(true);
    if (isMissing) return;
    onClose();
    void write.act(
      (version) => api.incident.cancel({ key, version, reason: reason.trim() }),
      `${key} cancelled. Its actions stay.`,
      (version) => api.incident.restore({ key, version }),
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Cancel ${key}?`}
      description="Cancel a duplicate, or something that wasn't an incident. It no longer counts, but its page and its actions stay. You can restore it."
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Keep incident
          </Button>
          <Button kind="primary" onClick={cancel}>
            Cancel incident
          </Button>
        </>
      }
    >
      <Field
        label="Reason"
        error={tried && isMissing ? "Enter a reason. People who look for the incident see it." : undefined}
      >
        <Textarea
          rows={2}
          maxLength={LENGTHS.incident.cancelReason}
          placeholder="For example, a duplicate of INC-12"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Dialog>
  );
}

/** Rare actions: comparing, and if permitted, readers, archiving and cancelling. */
export function IncidentMenu({ incident }: { incident: Incident }) {
  const { key, abilities } = incident;
  const write = useWriteIncident(key);
  const [asked, setAsked] = useState<"restrict" | "cancel" | null>(null);
  const mayCancel = abilities.cancel && incident.status !== "cancelled";
  const mayArchive = abilities.cancel && !incident.archived;
  const archive = () =>
    void write.act(
      (version) => api.incident.archive({ key, version }),
      `${key} archived. Its actions stay.`,
      (version) => api.incident.restore({ key, version }),
    );
  return (
    <>
      <Menu align="end" trigger={<IconButton label="More" icon={<Ellipsis />} />}>
        <MenuItem icon={<Rows2 size={14} />} href={`/incidents/${key}/compare`}>
          Compare with another incident
        </MenuItem>
        {abilities.restrict ? (
          <MenuItem
            icon={incident.restricted ? <LockOpen size={14} /> : <Lock size={14} />}
            onSelect={() => setAsked("restrict")}
          >
            {incident.restricted ? "Change who can read it" : "Restrict who can read it"}
          </MenuItem>
        ) : null}
        {mayArchive ? (
          <MenuItem icon={<Archive size={14} />} detail="Hidden from the list. Its actions stay." onSelect={archive}>
            Archive
          </MenuItem>
        ) : null}
        {mayCancel ? (
          <>
            <MenuSeparator />
            <MenuItem
              icon={<Ban size={14} />}
              detail="For a duplicate, or if it wasn't an incident"
              danger
              onSelect={() => setAsked("cancel")}
            >
              Cancel incident
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {asked === "restrict" ? <RestrictDialog incident={incident} onClose={() => setAsked(null)} /> : null}
      {asked === "cancel" ? <CancelDialog incident={incident} onClose={() => setAsked(null)} /> : null}
    </>
  );
}
