import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { FindingList } from "#components/incidents/finding/finding-list.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { clockWords, dayWords } from "#lib/base/time/instant-words.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { MILESTONE_WORDS, MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import styles from "./generate.module.css";
import type { Generating } from "./use-generate.ts";

type PartProps = { incident: Incident; generating: Generating };

/** The facts that the record already contains, and each contradiction with both ways to settle it. */
export function KnownPart({ incident, generating }: PartProps) {
  const { metrics, isStepping } = generating;
  const set = metrics?.milestones.filter(({ eventId }) => eventId !== null).length ?? 0;
  const commander = incident.roles.find(({ role }) => role === "commander")?.name;
  const known = [
    countWords(incident.eventCount, "event"),
    `${set} of ${MILESTONES.length} milestones`,
    ...(incident.windowCount > 0 ? [countWords(incident.windowCount, "impact window")] : []),
    ...incident.services.map(({ name }) => name),
    ...(commander ? [`commander ${commander}`] : []),
  ];
  const resolved = incident.resolvedByTimeline;
  return (
    <section>
      <SectionHead level={3} title="Known facts" />
      <p>{known.join(" · ")}</p>
      {resolved === null ? null : (
        <Contradiction
          words={`The status is Open, but the timeline shows a resolution on ${dayWords(resolved)} at ${clockWords(resolved, "minute")} UTC.`}
        >
          <Button disabled={isStepping} onClick={() => void generating.resolve(resolved, incident.version)}>
            Mark as resolved, {clockWords(resolved, "minute")}
          </Button>
          <Button kind="ghost" disabled={isStepping} onClick={() => void generating.clear("resolved")}>
            Keep open
          </Button>
        </Contradiction>
      )}
      {(metrics?.warnings ?? [])
        .filter(({ kind }) => kind === "order")
        .map(({ earlier, later, message }) => (
          <Contradiction key={`${earlier}-${later}`} words={`${message}.`}>
            {[earlier, later].map((name) => (
              <Button key={name} disabled={isStepping} onClick={() => void generating.clear(name)}>
                Clear {MILESTONE_WORDS[name].toLowerCase()}
              </Button>
            ))}
          </Contradiction>
        ))}
    </section>
  );
}

function Contradiction({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div className={styles.contradiction}>
      <TriangleAlert size={14} />
      <span>{words}</span>
      <span className={styles.buttons}>{children}</span>
    </div>
  );
}

type AllProps = { generating: Generating; ids: readonly string[] };

function AllOrNone({ generating: { ticked, tickAll }, ids }: AllProps) {
  const some = ids.some((id) => ticked.has(id));
  return (
    <Button kind="ghost" onClick={() => tickAll(ids, !some)}>
      {some ? "None" : "All"}
    </Button>
  );
}

/** Suggested milestones, each with its time, its reason and any doubt. */
export function SuggestedPart({ generating }: { generating: Generating }) {
  const { suggestions, ticked, tick } = generating;
  if (suggestions.length === 0) return null;
  const ids = suggestions.map(({ name }) => name);
  return (
    <section aria-label="Suggested milestones">
      <SectionHead
        level={3}
        title="Suggested milestones"
        count={suggestions.length}
        right={<AllOrNone generating={generating} ids={ids} />}
      />
      <ul className={styles.rows}>
        {suggestions.map(({ name, at, title, reason, doubt }) => (
          <li key={name}>
            <label htmlFor={`milestone-tick-${name}`}>
              <Checkbox
                id={`milestone-tick-${name}`}
                checked={ticked.has(name)}
                onChange={(event) => tick(name, event.target.checked)}
              />
              <span>{MILESTONE_WORDS[name]}</span>
              <span>
                <span className={textStyles.figure}>{clockWords(at, "minute")}</span> {title}
                <small>{doubt ?? reason}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Findings in imported files, to be accepted with the draft. */
export function FoundPart({ generating }: { generating: Generating }) {
  const { waiting, ticked, tick } = generating;
  if (waiting.length === 0) return null;
  return (
    <section aria-label="Found in your files">
      <SectionHead
        level={3}
        title="Found in your files"
        count={waiting.length}
        right={<AllOrNone generating={generating} ids={waiting.map(({ id }) => id)} />}
      />
      <FindingList label="Found in your files" findings={waiting} ticked={ticked} onTick={tick} />
    </section>
  );
}
