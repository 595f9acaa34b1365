/** Injection tokens of what is not a class of ours. */
export const ROW_HASHER = Symbol('row hasher');
export const LOGGER = Symbol('logger');
export const SETTINGS = Symbol('settings');
export const DATABASE_ACCESS = Symbol('database access');
export const INSTALLATION_KEY = Symbol('installation key');
