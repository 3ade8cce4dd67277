"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import NextLink from "next/link";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { CreateTemplate } from "#components/reviews/template/create-template.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { HeadCell, Row, Table } from "#components/ui/lists/table.tsx";
import { Note } from "#components/ui/note.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { TemplateRow } from "#lib/contract/template.ts";
import shared from "./settings.module.css";

function stateOf({ archived, builtIn, hasDraft, number }: TemplateRow): string {
  if (archived) return "Archived";
  if (number === null) return "Not published";
  if (builtIn) return `Built in, version ${number}`;
  return hasDraft ? `Version ${number}, changes not published` : `Version ${number}`;
}

/** The templates of reviews: those that come with Afterword, and the organisation's own. */
export function Templates() {
  const [archived, setArchived] = useQueryState("archived", parseAsBoolean.withDefault(false));
  const [isCreating, setCreating] = useState(false);
  const manages = useMe()?.may.includes("template.manage") ?? false;
  const { data, error, refetch } = useQuery(reads.template.every());
  const inUse = data?.items.filter((one) => !one.archived) ?? [];
  const shown = archived ? (data?.items ?? []) : inUse;
  return (
    <Section
      id="templates"
      title="Templates"
      count={data ? inUse.length : undefined}
      right={
        manages ? (
          <Button icon={<Plus size={14} />} onClick={() => setCreating(true)}>
            Template
          </Button>
        ) : null
      }
    >
      {error ? <NotRead what="templates" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={4} label="Loading templates" /> : null}
      {shown.length > 0 ? (
        <Table caption="Templates">
          <thead>
            <tr>
              <HeadCell>Template</HeadCell>
              <HeadCell className={textStyles.wideOnly}>Purpose</HeadCell>
              <HeadCell right>Sections</HeadCell>
              <HeadCell>State</HeadCell>
            </tr>
          </thead>
          <tbody>
            {shown.map((template) => (
              <Row key={template.id} ended={template.archived}>
                <th scope="row">
                  <NextLink className={textStyles.link} href={`/settings/templates/${template.slug}`}>
                    {template.name}
                  </NextLink>
                </th>
                <td className={cx(textStyles.wideOnly, textStyles.secondary)}>{template.content?.use ?? ""}</td>
                <td className={textStyles.figureCell}>{template.content?.sections.length ?? "None"}</td>
                <td>{stateOf(template)}</td>
              </Row>
            ))}
          </tbody>
        </Table>
      ) : null}
      <Note className={shared.foot}>
        <button
          type="button"
          className={textStyles.underlinedLink}
          onClick={() => void setArchived(archived ? null : true)}
        >
          {archived ? "Hide archived templates" : "Include archived templates"}
        </button>
      </Note>
      {isCreating ? (
        <CreateTemplate templates={inUse} from="standard" verb="Add" onClose={() => setCreating(false)} />
      ) : null}
    </Section>
  );
}
