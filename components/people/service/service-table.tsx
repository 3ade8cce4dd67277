import { HeadCell, Table } from "#components/ui/table.tsx";
import type { Service } from "#lib/contract/service.ts";
import { ServiceRow } from "./service-row.tsx";

export function ServiceTable({ services, manages }: { services: readonly Service[]; manages: boolean }) {
  return (
    <Table caption="Services">
      <thead>
        <tr>
          <HeadCell>Service</HeadCell>
          <HeadCell>Owner team</HeadCell>
          <HeadCell right>Target</HeadCell>
          <HeadCell className="h pl">Description</HeadCell>
          {manages ? (
            <HeadCell right>
              <span className="vh">Actions</span>
            </HeadCell>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {services.map((service) => (
          <ServiceRow key={service.id} service={service} manages={manages} />
        ))}
      </tbody>
    </Table>
  );
}
