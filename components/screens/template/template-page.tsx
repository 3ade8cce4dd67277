"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryState } from "nuqs";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { problemOf } from "#components/base/api/problem.ts";
import { SectionForm } from "#components/reviews/template/section-form.tsx";
import { SectionList } from "#components/reviews/template/section-list.tsx";
import { TemplateRules } from "#components/reviews/template/template-rules.tsx";
import { TemplateTasks } from "#components/reviews/template/template-tasks.tsx";
import { TemplateVersions } from "#components/reviews/template/template-versions.tsx";
import { useTemplateDraft } from "#components/reviews/template/use-template-draft.ts";
import { ButtonLink } from "#components/ui/link.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import type { Template } from "#lib/contract/template.ts";
import { TemplateHead } from "./template-head.tsx";
import styles from "./template-page.module.css";
import { TemplateState } from "./template-state.tsx";

/** One template: its sections, the one that is open, rules, tasks and versions. */
export function TemplatePage({ slug }: { slug: string }) {
  const { data, error, refetch } = useQuery(reads.template.get(slug));
  if (data) return <TemplateEditor key={data.id} template={data} />;
  return (
    <Page>
      {error ? (
        <TemplateNotRead error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={8} label="Loading the template" />
      )}
    </Page>
  );
}

function TemplateNotRead({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (problemOf(error)?.code === "not_found")
    return (
      <ErrorState
        title="Template not found"
        next="Settings > Templates lists every template."
        action={<ButtonLink href="/settings/templates">Templates</ButtonLink>}
      />
    );
  return <NotRead what="the template" error={error} onRetry={onRetry} />;
}

function TemplateEditor({ template }: { template: Template }) {
  const [asked, setAsked] = useQueryState("section");
  const draft = useTemplateDraft(template);
  const { content } = draft;
  const canEdit = template.abilities.manage && !template.builtIn && !template.archived && draft.theirs === null;
  const change = canEdit ? draft.change : null;
  const sections = content?.sections ?? [];
  const current = sections.find(({ key }) => key === asked) ?? sections[1] ?? sections[0] ?? null;
  return (
    <>
      <TemplateHead template={template} draft={draft} />
      {content ? (
        <>
          <div className={styles.columns}>
            <div className={styles.list}>
              <SectionList
                content={content}
                change={change}
                current={current?.key ?? null}
                onOpen={(key) => void setAsked(key)}
              />
            </div>
            <div className={styles.section}>
              <div className={styles.state}>
                <TemplateState template={template} draft={draft} />
              </div>
              {current ? <SectionForm key={current.key} content={content} section={current} change={change} /> : null}
            </div>
            <aside className={styles.versions} aria-label="Versions">
              <TemplateVersions template={template} />
            </aside>
          </div>
          <Page className={styles.page}>
            <TemplateRules content={content} change={change} />
            <TemplateTasks content={content} change={change} />
          </Page>
        </>
      ) : null}
    </>
  );
}
