import { LateTable } from "#components/screens/monday/late-table.tsx";
import { Page } from "#components/ui/page/page.tsx";

const counts = (d1to7: number, d8to30: number, d31to90: number, over90: number, open: number) => ({
  ...{ d1to7, d8to30, d31to90, over90, open },
  late: d1to7 + d8to30 + d31to90 + over90,
});

export function LateTableStory() {
  return (
    <Page>
      <LateTable
        teams={[
          { team: { id: "1", name: "Checkout and payments" }, ...counts(1, 1, 0, 0, 15) },
          { team: { id: "2", name: "Platform" }, ...counts(120, 2, 104, 1, 1204) },
          { team: null, ...counts(0, 0, 0, 0, 9) },
        ]}
      />
    </Page>
  );
}
