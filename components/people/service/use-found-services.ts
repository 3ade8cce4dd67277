"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { useFound } from "#components/base/api/use-found.ts";

const useServices = (words: string, enabled: boolean) => useQuery({ ...reads.service.found(words), enabled }).data;

/** Services in use, found by name. */
export const useFoundServices = () => useFound(useServices);
