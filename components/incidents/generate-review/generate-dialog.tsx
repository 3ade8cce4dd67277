"use client";

import { useState } from "react";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import { Button } from "#components/ui/button.tsx";
import { Options } from "#components/ui/choices/option.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { ButtonLink } from "#components/ui/link.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import { SEVERITIES, SEVERITY_WORDS } from "#lib/base/vocabulary/incident.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { suggestTemplate } from "#lib/reviews/template/template.ts";
import { DraftOutline, sectionsToWrite } from "./draft-outline.tsx";
import styles from "./generate.module.css";
import { FoundPart, KnownPart, SuggestedPart } from "./generate-parts.tsx";
import { QuestionsPart } from "./questions-part.tsx";
import { useGenerate } from "./use-generate.ts";

/**
 * The dialog before a draft is generated: template, known facts, suggestions, questions and findings. The selected ones
 * are included.
 */
export function GenerateDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const suggested = suggestTemplate(incident.kind, incident.highestSeverity);
  const [template, setTemplate] = useState(suggested);
  const generating = useGenerate(incident);
  const { isGenerating, isReading, problem, waiting, ticked, templates } = generating;
  const sections = templates.find(({ slug }) => slug === template)?.content.sections ?? [];
  const highest = SEVERITIES.find((level) => level === incident.highestSeverity) ?? 4;
  const why = incident.kind === "incident" ? `for ${SEVERITY_WORDS[highest]}` : "no sections left to write";
  const zones = [...new Set(["UTC", incident.timeZone, useMyZone()])].filter((zone) => zone !== null);
  const run = () => {
    if (!isGenerating && !isReading) generating.generate(template);
  };
  const kinds = new Set(waiting.filter(({ id }) => ticked.has(id)).map(({ kind }) => kind));
  const [existing] = incident.reviews;
  const isBare = !isReading && incident.eventCount < 3 && waiting.length === 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || isGenerating || onClose()}
      title={`Generate the review of ${incident.key}`}
      description={incident.title}
      widthPx={1040}
      actions={
        <>
          <span className={styles.foot}>
            {sections.length > 0
              ? `None of the ${sectionsToWrite(sections)} sections counts as written until you accept it.`
              : ""}
          </span>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button
            kind="primary"
            keys="mod+Enter"
            busy={isGenerating}
            busyLabel="Generating"
            disabledReason={isReading ? "Still reading" : undefined}
            onClick={run}
          >
            Generate draft
          </Button>
        </>
      }
    >
      <GenerateKeys run={run} />
      <div className={styles.columns}>
        <div className={styles.parts}>
          {existing ? (
            <Banner tone="warn" action={<ButtonLink href={`/reviews/${existing.key}`}>Open {existing.key}</ButtonLink>}>
              {existing.key} already covers this incident. Generating another adds a second review.
            </Banner>
          ) : null}
          <Options
            label="Template"
            columns={3}
            value={template}
            onChange={(value) => setTemplate(value)}
            options={templates.map(({ slug, name, content }) => ({
              value: slug,
              label: slug === suggested ? `${name}, suggested ${why}` : name,
              consequence: content.use,
            }))}
          />
          {isBare ? (
            <Banner action={<ButtonLink href={`/incidents/${incident.key}/import`}>Import a file</ButtonLink>}>
              Little is known yet, so the draft would be mostly questions.
            </Banner>
          ) : null}
          {isReading ? <SkeletonText lines={4} label="Reading the incident" /> : null}
          <KnownPart incident={incident} generating={generating} />
          <SuggestedPart generating={generating} />
          <QuestionsPart incident={incident} generating={generating} zones={zones} />
          <FoundPart generating={generating} />
          {problem ? <Banner tone="bad">{problem}</Banner> : null}
        </div>
        <DraftOutline sections={sections} kinds={kinds} />
      </div>
    </Dialog>
  );
}

function GenerateKeys({ run }: { run: () => void }) {
  useKeys([{ keys: "mod+Enter", label: "Generate draft", group: "Incident", run, whileTyping: true }]);
  return null;
}
