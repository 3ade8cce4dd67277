import type { Preview, SectionAnswer } from "#lib/contract/import.ts";
import type { Incident } from "#lib/contract/incident.ts";

type Section = Preview["sections"][number];
type Answers = { section: number; answer: SectionAnswer }[];

export interface SectionChoice {
  value: string;
  label: string;
  answers: Answers;
}

const LONGEST_NAME = 32;
const MOST_ONLY = 3;

/** Returns the section nearest to the incident in time, or the first if none has a time. */
export function ownSection(sections: readonly Section[], startedAt: string): Section | undefined {
  const far = ({ from }: Section) =>
    from === null ? Number.POSITIVE_INFINITY : Math.abs(Date.parse(from) - Date.parse(startedAt));
  return [...sections].sort((a, b) => far(a) - far(b))[0];
}

/** Returns the options for a file about several incidents, and which one is chosen. */
export function sectionChoices(
  sections: readonly Section[],
  answered: Answers | undefined,
  { startedAt }: Pick<Incident, "startedAt">,
): { choices: SectionChoice[]; chosen: string | null } {
  const own = ownSection(sections, startedAt);
  const each = (answerOf: (section: Section) => SectionAnswer): Answers =>
    sections.map((one) => ({ section: one.section, answer: answerOf(one) }));
  const only = sections.length <= MOST_ONLY ? sections : own ? [own] : [];
  const choices = [
    ...only.map((kept) => ({
      value: `only ${kept.section}`,
      label: `Only “${kept.name.length > LONGEST_NAME ? `${kept.name.slice(0, LONGEST_NAME)}…` : kept.name}”`,
      answers: each((one) => (one === kept ? "keep" : "leave_out")),
    })),
    {
      value: "split",
      label: `Split into ${sections.length} incidents`,
      answers: each((one) => (one === own ? "keep" : "new_incident")),
    },
    { value: "all", label: sections.length === 2 ? "Keep both here" : "Keep all here", answers: each(() => "keep") },
  ];
  const said = JSON.stringify(answered ?? null);
  return { choices, chosen: choices.find(({ answers }) => JSON.stringify(answers) === said)?.value ?? null };
}
