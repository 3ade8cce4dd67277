import { Kbd } from "#components/ui/keys/kbd.tsx";
import { Avatar, Avatars, Who } from "#components/ui/labels/avatar.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { Priority } from "#components/ui/labels/priority.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import { Specimen, StateLine } from "./specimen.tsx";
import styles from "./styleguide.module.css";

/** Status, severity, health and tags. */
export function TagSheet() {
  return (
    <Specimen title="Status, severity, health" note="glyph and word, never colour alone">
      <div className={styles.thirds}>
        <Status kind="open">Accepted</Status>
        <Status kind="progress">In progress</Status>
        <Status kind="blocked">Blocked</Status>
        <Status kind="verify">To verify</Status>
        <Status kind="done">Verified</Status>
        <Status kind="cancelled">Declined</Status>
        <Status kind="on-track">On track</Status>
        <Status kind="at-risk">At risk</Status>
        <Status kind="off-track">Off track</Status>
      </div>
      <StateLine name="Severity">
        <SevTag level={1} />
        <SevTag level={2} />
        <SevTag level={3} />
        <SevTag level={4} />
      </StateLine>
      <StateLine name="Priority">
        <Priority level={0} />
        <Priority level={1} withLabel />
        <Priority level={2} withLabel />
        <Priority level={3} withLabel />
      </StateLine>
      <StateLine name="Lateness">
        <Late daysLate={-3} />
        <Late daysLate={0} />
        <Late daysLate={4} />
        <Late daysLate={18} />
        <Late daysLate={39} />
        <Late daysLate={106} />
      </StateLine>
      <StateLine name="Other">
        <Tag>Demo data</Tag>
        <span>
          <Tag dashed>Near miss</Tag>
          <SourceLetter letter="S" name="Slack export" />
        </span>
        <Kbd keys="mod+k" />
        <Kbd keys="g i" />
      </StateLine>
      <StateLine name="People">
        <Who name="Priya Raman" />
        <Who name={null} />
        <Avatar name="Maya Lindqvist" size="lg" />
        <Avatars names={["Tomás Herrera", "Ines Duarte", "Jonah Okafor", "Wen Li", "Aiko Mori"]} />
      </StateLine>
    </Specimen>
  );
}
