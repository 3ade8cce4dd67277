export { type Fact, READ_DELIVERY, type ReadDelivery, readDelivery, readDeliveryInPieces } from "./read-delivery.ts";
