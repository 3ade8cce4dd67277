import { useState } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Crumbs } from "#components/ui/crumbs.tsx";
import { Late } from "#components/ui/late.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { OverrunBar } from "#components/ui/marks/overrun-bar.tsx";
import { MetricsStrip } from "#components/ui/metrics-strip.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Priority } from "#components/ui/priority.tsx";
import { ListRow, Rows } from "#components/ui/rows.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { SevTag } from "#components/ui/sev-tag.tsx";
import { Status } from "#components/ui/status.tsx";
import { GroupRow, HeadCell, Row, type SortState, Table } from "#components/ui/table.tsx";
import { ButtonTabs, LinkTabs } from "#components/ui/tabs.tsx";
import { Specimen } from "./specimen.tsx";

const ROWS = [
  { id: "ACT-124", title: "Drill: rebuild a read replica from nothing", daysLate: 60, state: "" },
  { id: "ACT-131", title: "Alert when a backup job writes no object", daysLate: 39, state: "current" },
  { id: "ACT-133", title: "Give every scheduled job a dead-man’s switch", daysLate: 32, state: "selected" },
];

export function LayoutSheet() {
  const [sort, setSort] = useState<SortState>("descending");
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
          title={<span className="sg-h1">GitLab.com database outage</span>}
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
              note: "hour not in sources",
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
      <Specimen title="Table" note="row header is the title" wide>
        <Table caption="Late actions">
          <thead>
            <tr>
              <td />
              <HeadCell>ID</HeadCell>
              <HeadCell>
                <span className="vh">Priority</span>
              </HeadCell>
              <HeadCell>Action</HeadCell>
              <HeadCell>Owner</HeadCell>
              <HeadCell className="hide-s">
                <span className="vh">Overrun</span>
              </HeadCell>
              <HeadCell right sort={sort} onSort={() => setSort(sort === "descending" ? "ascending" : "descending")}>
                Late
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            <GroupRow label="31 to 90 days" count={3} note="With Sam Whitaker, director" span={7} />
            {ROWS.map((row) => (
              <Row key={row.id} current={row.state === "current"} selected={row.state === "selected"}>
                <td>
                  <Checkbox aria-label={`Select ${row.id}`} checked={row.state === "selected"} readOnly />
                </td>
                <td className="id num">{row.id}</td>
                <td>
                  <Priority level={2} />
                </td>
                <th scope="row">{row.title}</th>
                <td>
                  <Avatar name="Aiko Mori" />
                </td>
                <td className="hide-s">
                  <OverrunBar daysLate={row.daysLate} />
                </td>
                <td className="r">
                  <Late daysLate={row.daysLate} />
                </td>
              </Row>
            ))}
          </tbody>
        </Table>
      </Specimen>
      <Specimen title="Rows and button tabs" wide>
        <ButtonTabs
          label="Side"
          items={[
            { value: "comments", label: "Comments", count: 3, content: <RowList /> },
            { value: "history", label: "History", content: <p className="t2">Nothing changed since Monday.</p> },
          ]}
        />
      </Specimen>
    </>
  );
}

function RowList() {
  return (
    <>
      <SectionHead title="My actions" count={2} right={<TextLink href="/styleguide">Open in tracker</TextLink>} />
      <Rows>
        <ListRow current>
          <Checkbox aria-label="Mark ACT-131 ready to verify" />
          <span className="trunc grow">Alert when a backup job writes no object</span>
          <Late daysLate={39} />
        </ListRow>
        <ListRow>
          <Checkbox aria-label="Mark ACT-156 ready to verify" />
          <span className="trunc grow">Status page draft for incidents with data loss</span>
          <Late daysLate={-3} />
        </ListRow>
      </Rows>
    </>
  );
}
