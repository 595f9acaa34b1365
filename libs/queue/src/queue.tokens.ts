/** The `QueueConnection` that all queues and workers of the program share. */
export const QUEUE_CONNECTION = Symbol('QueueConnection');

/** The `QueueSettings` that the program was started with. */
export const QUEUE_SETTINGS = Symbol('QueueSettings');
