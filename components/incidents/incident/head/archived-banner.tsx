"use client";

import { Archive } from "lucide-react";
import { api } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { asSentence } from "#lib/base/text/sentence.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { useWriteIncident } from "../use-write-incident.ts";

/** Says that an incident is cancelled or archived, and why, and offers to undo it. */
export function ArchivedBanner({ incident }: { incident: Incident }) {
  const { key } = incident;
  const write = useWriteIncident(key);
  const isCancelled = incident.status === "cancelled";
  if (!isCancelled && !incident.archived) return null;
  const restore = () => void write.act((version) => api.incident.restore({ key, version }), `${key} restored`);
  return (
    <Banner
      tone={isCancelled ? "warn" : "info"}
      icon={isCancelled ? undefined : <Archive size={14} />}
      action={incident.abilities.cancel ? <Button onClick={restore}>Restore incident</Button> : undefined}
    >
      {isCancelled
        ? `Cancelled: ${asSentence(incident.cancelReason ?? "no reason given")} It isn't counted. Its actions stay.`
        : "Archived. It's hidden from the list. Its actions stay."}
    </Banner>
  );
}
