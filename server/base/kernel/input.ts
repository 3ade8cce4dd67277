import type { AnyContractProcedure, InferSchemaOutput } from "@orpc/contract";

/** What a verb receives for a route: the input as the contract has parsed it. */
export type InputOf<Route extends AnyContractProcedure> = InferSchemaOutput<NonNullable<Route["~orpc"]["inputSchema"]>>;
