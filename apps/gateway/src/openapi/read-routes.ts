import type { Type } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal';
import { z } from 'zod';
import { NEEDS } from '../access/needs.js';

/** As a number, like what Nest keeps under it. */
const HEADERS: number = RouteParamtypes.HEADERS;

/** A part of the path: `:id` with what it must fit. */
export interface RouteParameter {
  readonly name: string;
  readonly schema: z.ZodType;
}

/** A route as its handler declares it. */
export interface Route {
  /** `<controller>.<handler>`. */
  readonly name: string;
  /** In lower case. */
  readonly method: string;
  /** As OpenAPI writes it: `/v1/persons/{id}`. */
  readonly path: string;
  readonly parameters: readonly RouteParameter[];
  readonly query: readonly (readonly [name: string, schema: z.ZodType])[];
  readonly body: z.ZodType | null;
  /** It reads `If-None-Match`, and answers 304. */
  readonly isConditional: boolean;
  /** The scopes of which the client needs one. */
  readonly scopes: readonly string[];
  /** The status that Nest gives where the handler sets none. */
  readonly status: number;
}

interface RouteArgument {
  readonly data?: unknown;
  readonly schema?: unknown;
}
type Handler = (...args: never[]) => unknown;

/** The routes of controllers, in the order of their paths, read from what Nest itself reads: a new handler is there at once. */
export const readRoutes = (controllers: readonly Type<unknown>[]): readonly Route[] =>
  controllers
    .flatMap((controller) => handlersOf(controller).map(([name, handler]) => routeOf(controller, name, handler)))
    .sort((a, b) => (a.path === b.path ? compare(a.method, b.method) : compare(a.path, b.path)));

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const handlersOf = (controller: Type<unknown>): [string, Handler][] => {
  const prototype = controller.prototype as Readonly<Record<string, unknown>>;
  return Object.getOwnPropertyNames(prototype).flatMap((name): [string, Handler][] => {
    const handler = prototype[name];
    const isRoute = typeof handler === 'function' && Reflect.hasMetadata(METHOD_METADATA, handler);
    return isRoute ? [[name, handler as Handler]] : [];
  });
};

const routeOf = (controller: Type<unknown>, name: string, handler: Handler): Route => {
  const read = <T>(key: string): T => Reflect.getMetadata(key, handler) as T;
  const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
  const segments = `${base}/${read<string>(PATH_METADATA)}`.split('/').filter((segment) => segment !== '');
  const method = RequestMethod[read<RequestMethod>(METHOD_METADATA)].toLowerCase();
  const all = argumentsOf(controller, name);
  const schemaOf = (type: number, data?: string): z.ZodType | null =>
    all.find((one) => one.type === type && one.data === data)?.schema ?? null;
  const query = schemaOf(RouteParamtypes.QUERY);
  return {
    name: `${controller.name}.${name}`,
    method,
    path: `/${segments.map((one) => (one.startsWith(':') ? `{${one.slice(1)}}` : one)).join('/')}`,
    parameters: segments
      .filter((one) => one.startsWith(':'))
      .map((one) => ({ name: one.slice(1), schema: schemaOf(RouteParamtypes.PARAM, one.slice(1)) ?? z.string() })),
    query: query instanceof z.ZodObject ? membersOf(query) : [],
    body: schemaOf(RouteParamtypes.BODY),
    isConditional: all.some(({ type, data }) => type === HEADERS && data === 'if-none-match'),
    scopes: read<readonly string[] | undefined>(NEEDS) ?? [],
    status: read<number | undefined>(HTTP_CODE_METADATA) ?? (method === 'post' ? 201 : 200),
  };
};

const membersOf = ({ shape }: z.ZodObject): readonly (readonly [string, z.ZodType])[] =>
  Object.entries(shape).flatMap(([name, member]) => (member instanceof z.ZodType ? [[name, member] as const] : []));

interface ReadArgument {
  /** One of `RouteParamtypes`. */
  readonly type: number;
  readonly data: unknown;
  readonly schema: z.ZodType | null;
}

/** Nest keeps them under `<type>:<index>`; its own custom decorators have another shape and no schema. */
const argumentsOf = (controller: Type<unknown>, name: string): readonly ReadArgument[] => {
  const kept = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, RouteArgument>;
  return Object.entries(kept).flatMap(([key, { data, schema }]) => {
    const [type = ''] = key.split(':');
    if (!/^\d+$/.test(type)) return [];
    return [{ type: Number(type), data, schema: schema instanceof z.ZodType ? schema : null }];
  });
};
