"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { CreateService } from "#components/people/service/create-service.tsx";
import { ServiceRow } from "#components/people/service/service-row.tsx";
import { Button } from "#components/ui/button.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import { Note } from "#components/ui/note.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Service } from "#lib/contract/service.ts";
import styles from "./services.module.css";
import shared from "./settings.module.css";

function ServiceTable({ services, manages }: { services: readonly Service[]; manages: boolean }) {
  return (
    <Table caption="Services" className={styles.services}>
      <thead>
        <tr>
          <HeadCell>Service</HeadCell>
          <HeadCell>Owner team</HeadCell>
          <HeadCell right>Target</HeadCell>
          <HeadCell className={textStyles.wideOnly}>Description</HeadCell>
          {manages ? (
            <HeadCell right>
              <span className={textStyles.visuallyHidden}>Actions</span>
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

/** Services: their owners and availability targets. */
export function Services() {
  const [archived, setArchived] = useQueryState("archived", parseAsBoolean.withDefault(false));
  const [creating, setCreating] = useState(false);
  const manages = useMe()?.may.includes("settings.manage") ?? false;
  const list = useInfiniteQuery(reads.service.list(archived));
  const { data, error, refetch } = list;
  const services = data?.pages.flatMap((page) => page.items) ?? [];
  const inUse = services.filter((service) => !service.archived).length;
  const add = (
    <Button icon={<Plus size={14} />} onClick={() => setCreating(true)}>
      Service
    </Button>
  );
  return (
    <Section
      id="services"
      title="Services"
      count={data ? `${inUse}${list.hasNextPage ? " and more" : ""}, default target 99.8%` : undefined}
      right={manages ? add : null}
    >
      {error && !list.isFetchNextPageError ? (
        <NotRead what="services" error={error} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <SkeletonRows rows={4} label="Loading services" /> : null}
      {data && services.length === 0 ? (
        <EmptyState title="No services yet" action={manages ? add : null}>
          Each service has an owner team and an availability target, which incidents count against.
        </EmptyState>
      ) : null}
      {services.length > 0 ? <ServiceTable services={services} manages={manages} /> : null}
      <ShowMore list={list} label="Show more services" />
      <Note className={shared.foot}>
        <button
          type="button"
          className={textStyles.underlinedLink}
          onClick={() => void setArchived(archived ? null : true)}
        >
          {archived ? "Hide archived services" : "Include archived services"}
        </button>
      </Note>
      {manages ? <CreateService open={creating} onOpenChange={setCreating} /> : null}
    </Section>
  );
}
