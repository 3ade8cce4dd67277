/** Runs one SQL statement, with a `pg` pool or client, or a thin wrapper of another client's transaction. */
export interface SqlExecutor {
  query(text: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Like `SqlExecutor`, for statements whose result isn't read. */
export interface SqlWriter {
  query(text: string, values: unknown[]): Promise<unknown>;
}
