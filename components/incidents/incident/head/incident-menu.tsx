"use client";

import { Archive, Ban, Ellipsis, Lock, LockOpen, Rows2 } from "lucide-react";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { useWriteIncident } from "../use-write-incident.ts";
import { RestrictDialog } from "./restrict-dialog.tsx";

type CancelDialogProps = { incident: Incident; onClose: () => void };

/** Cancels an incident that was made by mistake; the reason stays with it. */
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
      `${key} is cancelled. Its actions stay`,
      (version) => api.incident.restore({ key, version }),
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Cancel ${key}?`}
      description="For something that wasn't an incident, or a duplicate. It no longer counts, but you can still read it. Its actions stay. You can restore it."
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Keep it
          </Button>
          <Button kind="primary" onClick={cancel}>
            Cancel the incident
          </Button>
        </>
      }
    >
      <Field label="Why" error={tried && isMissing ? "Explain why, for people who look for it" : undefined}>
        <Textarea
          rows={2}
          maxLength={500}
          placeholder="The same as INC-12; a test alert"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Dialog>
  );
}

/** What is rarely needed: comparing, and for those who may, readers, putting away, cancelling. */
export function IncidentMenu({ incident }: { incident: Incident }) {
  const { key, abilities } = incident;
  const write = useWriteIncident(key);
  const [asked, setAsked] = useState<"restrict" | "cancel" | null>(null);
  const mayCancel = abilities.cancel && incident.status !== "cancelled";
  const mayArchive = abilities.cancel && !incident.archived;
  const archive = () =>
    void write.act(
      (version) => api.incident.archive({ key, version }),
      `${key} archived. Its actions stay`,
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
          <MenuItem icon={<Archive size={14} />} detail="Hidden from the list. Its actions stay" onSelect={archive}>
            Archive
          </MenuItem>
        ) : null}
        {mayCancel ? (
          <>
            <MenuSeparator />
            <MenuItem
              icon={<Ban size={14} />}
              detail="Made by mistake, or a duplicate"
              danger
              onSelect={() => setAsked("cancel")}
            >
              Cancel the incident
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {asked === "restrict" ? <RestrictDialog incident={incident} onClose={() => setAsked(null)} /> : null}
      {asked === "cancel" ? <CancelDialog incident={incident} onClose={() => setAsked(null)} /> : null}
    </>
  );
}
