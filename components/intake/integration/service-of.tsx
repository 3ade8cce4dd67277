"use client";

import { ChevronDown } from "lucide-react";
import { useServiceChoices } from "#components/incidents/incident/use-choices.ts";
import { ValueMenu } from "#components/ui/value-menu.tsx";
import type { Integration } from "#lib/contract/integration.ts";
import { useWriteIntegration } from "./use-integration.ts";

/** Where its events go when nothing else tells their service. */
export function ServiceOf({ integration }: { integration: Integration }) {
  const { service } = integration;
  const services = useServiceChoices();
  const { change } = useWriteIntegration(integration);
  return (
    <ValueMenu
      label="Service of what tells none"
      value={service?.id ?? ""}
      options={[{ value: "", label: "No service" }, ...services.options]}
      onSearch={services.search}
      onChange={(id) =>
        void change({ serviceId: id === "" ? null : id }, "The service is changed", { serviceId: service?.id ?? null })
      }
      trigger={
        <button type="button" className="val">
          {service ? `for ${service.name}` : "for no service"} <ChevronDown className="i s" />
        </button>
      }
    />
  );
}
