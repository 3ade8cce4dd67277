import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { MetricsStrip } from "#components/ui/lists/metrics-strip.tsx";
import { ListRow, Rows } from "#components/ui/lists/rows.tsx";
import { ButtonTabs, LinkTabs } from "#components/ui/lists/tabs.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { Specimen } from "./specimen.tsx";

/** Parts of a page: head, metrics, tabs and sections. */
export function LayoutSheet() {
  return (
    <>
      <Specimen title="Page head, metrics, tabs" wide>
        <PageHead
          crumbs={
            <Crumbs items={[{ label: "Incidents", href: "/styleguide" }, { label: "INC-142" }]}>
              <SevTag level={1} />
              <Status kind="done">Resolved</Status>
            </Crumbs>
          }
          title="GitLab.com database outage"
          sub="31 January 2017, 18:00 to 1 February, 18:00 UTC"
          actions={<Button kind="primary">Open review</Button>}
        />
        <MetricsStrip
          items={[
            { label: "Unavailable", value: "18 h 30 m", note: "23:30 to 18:00" },
            { label: "Degraded before that", value: "5 h 30 m", note: "4 h 30 m by the postmortem" },
            {
              label: "First status update",
              value: null,
              missing: <button type="button">Add the time</button>,
              note: "no hour in the sources",
            },
            { label: "Error budget", value: "428%", note: "1,110 of 259 min" },
          ]}
        />
        <LinkTabs
          label="Incident"
          items={[
            { href: "/styleguide", label: "Timeline", count: 15, current: true },
            { href: "/styleguide?theme=light", label: "Impact" },
            { href: "/styleguide?theme=dark", label: "Actions", count: 11, changed: true },
          ]}
        />
      </Specimen>
      <Specimen title="Rows and button tabs" wide>
        <ButtonTabs
          label="Side"
          items={[
            { value: "comments", label: "Comments", count: 3, content: <RowList /> },
            {
              value: "history",
              label: "History",
              content: <p className={textStyles.secondary}>Nothing changed since Monday.</p>,
            },
          ]}
        />
      </Specimen>
    </>
  );
}

function RowList() {
  return (
    <>
      <SectionHead title="My actions" count={2} right={<TextLink href="/styleguide">Open in Actions</TextLink>} />
      <Rows>
        <ListRow current>
          <Checkbox aria-label="Mark ACT-131 ready to verify" />
          <span className={cx(textStyles.truncated, layoutStyles.fill)}>Alert when a backup job writes no object</span>
          <Late daysLate={39} />
        </ListRow>
        <ListRow>
          <Checkbox aria-label="Mark ACT-156 ready to verify" />
          <span className={cx(textStyles.truncated, layoutStyles.fill)}>
            Status page draft for incidents with data loss
          </span>
          <Late daysLate={-3} />
        </ListRow>
      </Rows>
    </>
  );
}
