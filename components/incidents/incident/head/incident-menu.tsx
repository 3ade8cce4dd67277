"use client";

import { Archive, Ban, Ellipsis, Lock, LockOpen, Rows2 } from "lucide-react";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { useWriteIncident } from "../use-write-incident.ts";
import { CancelDialog } from "./cancel-dialog.tsx";
import { RestrictDialog } from "./restrict-dialog.tsx";

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
      `${key} is put away. Its actions stay`,
      (version) => api.incident.restore({ key, version }),
    );
  return (
    <>
      <Menu align="end" trigger={<IconButton label="More" icon={<Ellipsis className="i" />} />}>
        <MenuItem icon={<Rows2 className="i s" />} href={`/incidents/${key}/compare`}>
          Compare with another incident
        </MenuItem>
        {abilities.restrict ? (
          <MenuItem
            icon={incident.restricted ? <LockOpen className="i s" /> : <Lock className="i s" />}
            onSelect={() => setAsked("restrict")}
          >
            {incident.restricted ? "Change who may read it" : "Restrict who may read it"}
          </MenuItem>
        ) : null}
        {mayArchive ? (
          <MenuItem icon={<Archive className="i s" />} detail="Out of the list; its actions stay" onSelect={archive}>
            Put it away
          </MenuItem>
        ) : null}
        {mayCancel ? (
          <>
            <MenuSeparator />
            <MenuItem
              icon={<Ban className="i s" />}
              detail="Made by mistake, or stands twice"
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
