import { ChevronDown, Download, History, ListFilter, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { CommitBar } from "#components/ui/fields/commit-bar.tsx";
import { CopyField } from "#components/ui/fields/copy-field.tsx";
import { DropZone } from "#components/ui/fields/drop-zone.tsx";
import { SecretOnce } from "#components/ui/fields/secret-once.tsx";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { IconButton, IconLink } from "#components/ui/icon-button.tsx";
import { ButtonLink, TextLink } from "#components/ui/link.tsx";
import { ProgressBar } from "#components/ui/marks/progress-bar.tsx";
import { Note } from "#components/ui/note.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import { PEOPLE } from "./samples.ts";
import { Specimen, StateLine } from "./specimen.tsx";
import styles from "./styleguide.module.css";

/** Buttons, switches and pickers in their states. */
export function ControlSheet() {
  const [busy, setBusy] = useState(true);
  const [view, setView] = useState("all");
  const [owner, setOwner] = useState<string | null>("priya");
  const [dropped, setDropped] = useState("");
  return (
    <>
      <Specimen title="Buttons" note="one primary a view">
        <StateLine name="Rest">
          <Button kind="primary">Publish</Button>
          <Button icon={<Download size={14} />}>Import</Button>
          <Button kind="ghost">Cancel</Button>
        </StateLine>
        <StateLine name="Keys, large">
          <Button kind="primary" keys="a" icon={<Plus size={14} />}>
            Action
          </Button>
          <Button size="lg">Sign in</Button>
        </StateLine>
        <StateLine name="Focus">
          <Button kind="primary" className={styles.focus}>
            Publish
          </Button>
          <Button className={styles.focus}>Import</Button>
        </StateLine>
        <StateLine name="Busy">
          <Button kind="primary" busy={busy} busyLabel="Publishing">
            Publish
          </Button>
          <Button kind="ghost" onClick={() => setBusy(!busy)}>
            {busy ? "Finish" : "Again"}
          </Button>
        </StateLine>
        <StateLine name="Disabled">
          <Button kind="primary" disabledReason="Needs 1 more approval">
            Publish
          </Button>
        </StateLine>
        <StateLine name="Links">
          <ButtonLink href="/styleguide" kind="ghost">
            Open review
          </ButtonLink>
          <TextLink href="/styleguide">All reviews</TextLink>
          <IconButton label="History" icon={<History />} />
          <IconLink label="Filter, something is unread" icon={<ListFilter />} href="/styleguide" dot />
        </StateLine>
      </Specimen>
      <Specimen title="Choices" note="segments, values, boxes">
        <StateLine name="Segments">
          <Seg
            label="Events shown"
            value={view}
            onChange={setView}
            options={[
              { value: "all", label: "All" },
              { value: "key", label: "Key" },
              { value: "uncited", label: "Uncited" },
            ]}
          />
        </StateLine>
        <StateLine name="Value menu">
          <ValueMenu
            label="Owner"
            value={owner}
            options={PEOPLE}
            onChange={setOwner}
            trigger={
              <ValueButton>
                {PEOPLE.find((one) => one.value === owner)?.label ?? "No owner"}
                <ChevronDown size={14} />
              </ValueButton>
            }
          />
        </StateLine>
        <StateLine name="Boxes">
          <Checkbox label="Link to the alert rule, merged" defaultChecked />
          <Checkbox label="Some" indeterminate readOnly />
          <Checkbox label="Off" />
          <Checkbox label="Not yours" disabled />
        </StateLine>
      </Specimen>
      <Specimen title="Files, long work, secrets" note="what is safe">
        <DropZone
          title="Drop an export or a write-up"
          note="25 MB each"
          multiple
          onFiles={(files) => setDropped(files.map((file) => file.name).join(", "))}
        />
        <Note>{dropped ? `Added: ${dropped}` : "Nothing is stored until you import."}</Note>
        <StateLine name="12 of 40 rows">
          <span className={layoutStyles.fill}>
            <ProgressBar label="12 of 40 rows" value={12} max={40} />
          </span>
        </StateLine>
        <CopyField label="Invite link" value="https://afterword.example/invite/8f2c" note="Works for 7 days." />
        <SecretOnce what="token" secret="aw_4d7c2f9b1e6a" />
        <CommitBar
          actions={
            <>
              <Button kind="ghost">Cancel</Button>
              <Button kind="primary">Import 39 events</Button>
            </>
          }
        >
          <b>39 events</b> join INC-143. 2 rows stay out.
        </CommitBar>
      </Specimen>
    </>
  );
}
