"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { beginWrite } from "#components/base/api/begin-write.ts";
import { api, query } from "#components/base/api/client.ts";
import { inTurn } from "#components/base/api/in-turn.ts";
import { problemOf, unsavedWords } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { type IncidentFields, incidentFieldsBefore, toUpdate, withIncidentFields } from "./patch-incident.ts";

type Send = (version: number) => Promise<Incident>;

export interface WriteIncident {
  /** Changes fields: shown at once, rolled back if rejected. `said` creates a toast with an undo. */
  update: (fields: IncidentFields, said: string) => Promise<boolean>;
  /**
   * Calls another operation of the incident. `undo` undoes it. Returns false if it was rejected, and never rejects.
   */
  act: (send: Send, said: string, undo?: Send) => Promise<boolean>;
}

const isIncident = (row: unknown): row is Incident =>
  typeof row === "object" && row !== null && "severityHistory" in row && "version" in row;

/** Writes to one incident, through its cache entry. Lists and key times that depend on it are read again. */
export function useWriteIncident(key: string): WriteIncident {
  const client = useQueryClient();
  return useMemo(() => {
    const cacheKey = query.incident.get.queryKey({ input: { key } });
    const current = () => client.getQueryData<Incident>(cacheKey);
    const settle = (incident: Incident) => {
      client.setQueryData<Incident>(cacheKey, incident);
      void refresh(client, "incident", [cacheKey]);
    };
    const refused = (error: unknown, before: Incident | undefined) => {
      const problem = problemOf(error);
      const newer = problem?.code === "conflict" && isIncident(problem.current) ? problem.current : before;
      if (newer) client.setQueryData<Incident>(cacheKey, newer);
      toastError(unsavedWords(error, key));
      return false;
    };
    const send = async (fields: IncidentFields): Promise<boolean> => {
      const before = current();
      if (!before) return false;
      const endWrite = await beginWrite(client, cacheKey);
      client.setQueryData<Incident>(cacheKey, withIncidentFields(before, fields, new Date().toISOString()));
      try {
        settle(
          await inTurn(key, before.version, (version) => api.incident.update({ key, version, ...toUpdate(fields) })),
        );
        return true;
      } catch (error) {
        return refused(error, before);
      } finally {
        endWrite();
      }
    };
    const run = async (verb: Send): Promise<boolean> => {
      const before = current();
      if (!before) return false;
      try {
        settle(await inTurn(key, before.version, verb));
        return true;
      } catch (error) {
        return refused(error, before);
      }
    };
    return {
      async update(fields, said) {
        const before = current();
        if (!(await send(fields)) || !before) return false;
        toastDone(said, { undo: () => void send(incidentFieldsBefore(before, fields)) });
        return true;
      },
      async act(verb, said, undo) {
        if (!(await run(verb))) return false;
        toastDone(said, undo ? { undo: () => void run(undo) } : {});
        return true;
      },
    };
  }, [client, key]);
}
