"use client";

import NextLink from "next/link";
import { useState } from "react";
import { SectionHead } from "#components/ui/section-head.tsx";
import type { IntegrationRow } from "#lib/contract/integration.ts";
import { HOOK_SOURCES } from "#lib/intake/integration/hook-sources.ts";

const SHOWN = 10;

/** What can be connected, those that are not there yet first. */
export function ConnectAnother({ connected }: { connected: readonly IntegrationRow[] }) {
  const [all, setAll] = useState(false);
  const there = new Set(connected.map(({ source }) => source));
  const sources = [...HOOK_SOURCES].sort((a, b) => Number(there.has(a.name)) - Number(there.has(b.name)));
  const shown = all ? sources : sources.slice(0, SHOWN);
  return (
    <section className="sec" aria-labelledby="connect">
      <SectionHead
        id="connect"
        title={connected.length === 0 ? "Connect a tool" : "Connect another"}
        right={
          all ? null : (
            <button type="button" className="lnk" onClick={() => setAll(true)}>
              All {sources.length}
            </button>
          )
        }
      />
      <div className="cn">
        {shown.map(({ name, label }) => (
          <NextLink key={name} className="chip add" href={`/settings/integrations/new?source=${name}`}>
            {label}
          </NextLink>
        ))}
      </div>
    </section>
  );
}
