import { migrate, type StoreConnection } from '../../libs/store/src/connection/data-source.js';
import type { Template } from './database.js';

/** The connection that a test database's URL stands for. */
export const connectionOf = (text: string): StoreConnection => {
  const url = new URL(text);
  return {
    host: url.searchParams.get('host') ?? url.hostname,
    port: Number(url.port || '5432'),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  };
};

/** The whole schema of the store and nothing in it. */
export const SCHEMA: Template = { name: 'schema', fill: (url) => migrate(connectionOf(url)) };
