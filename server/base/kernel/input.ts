import type { AnyContractProcedure, InferSchemaOutput } from "@orpc/contract";

/** The input of a route as the contract has parsed it. */
export type InputOf<Route extends AnyContractProcedure> = InferSchemaOutput<NonNullable<Route["~orpc"]["inputSchema"]>>;
