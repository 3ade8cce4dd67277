/** The fields of a record that archiving, cancelling and restoring change. */
interface Archivable {
  status: string;
  archivedAt: Date | null;
  cancelReason: string | null;
}

/** Returns the audit fields of such a change. The status before cancelling isn't one of them. */
export function archivedFields<Columns extends object>(
  { status, archivedAt, cancelReason }: Archivable,
  columns: Columns & { statusBefore?: unknown },
) {
  const { statusBefore: _kept, ...visible } = columns;
  const before = { status, archivedAt, cancelReason };
  return { before, after: { ...before, ...visible } };
}

/** Returns the columns that remove a record from lists. */
export const archiving = (_before: unknown, now: Date) => ({ archivedAt: now });

/** Returns the columns that restore a record to its former status, or to `first` if none is known. */
export const restoring =
  <Status extends string>(first: Status) =>
  ({ status, statusBefore }: { status: Status; statusBefore: Status | null }) => ({
    archivedAt: null,
    ...(status === "cancelled" ? { status: statusBefore ?? first, statusBefore: null, cancelReason: null } : {}),
  });
