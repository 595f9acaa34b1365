import Ajv2020Module from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';

/** What a request was, and how it was answered. */
export interface Exchange {
  readonly method: string;
  /** Path, with or without a query. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string;
}

type Json = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const Ajv2020 = Ajv2020Module.default;
const addFormats = addFormatsModule.default;
const DOCUMENT = 'openapi.json';
const PROBLEM = 'application/problem+json';

/** Holds answers to what an OpenAPI document says of them. */
export class Contract {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly checks = new Map<string, Check>();
  private readonly paths: readonly { readonly pattern: RegExp; readonly template: string; readonly calls: Json }[];

  constructor(private readonly document: Json) {
    addFormats(this.ajv);
    this.ajv.addSchema({ ...document, $id: DOCUMENT });
    this.paths = Object.entries(document['paths'] as Readonly<Record<string, Json>>)
      .map(([template, calls]) => ({ template, calls, pattern: patternOf(template) }))
      // A fixed step comes before one that stands for anything, as in the router.
      .sort((a, b) => Number(a.template.includes('{')) - Number(b.template.includes('{')));
  }

  /** @returns what is wrong with the answer; null: it is as the document says */
  fault(exchange: Exchange): string | null {
    const { method, path, status, contentType, body } = exchange;
    const plain = decoded(path.split('?')[0] ?? '');
    const isHead = method.toUpperCase() === 'HEAD';
    const verb = isHead ? 'get' : method.toLowerCase();
    const found = this.paths.find(({ pattern, calls }) => pattern.test(plain) && Object.hasOwn(calls, verb));
    if (found === undefined) return this.unknownRoute(exchange);
    const place = `#/paths/${escape(found.template)}/${verb}/responses/${String(status)}`;
    const response = this.resolve(place);
    if (response === null) return `${verb} ${found.template} does not say that it answers ${String(status)}`;
    const { content } = response.value as { readonly content?: Readonly<Record<string, Json>> };
    if (content === undefined || isHead) return body === '' ? null : `${place} has no body`;
    const type = contentType?.split(';')[0]?.trim() ?? '';
    if (!Object.hasOwn(content, type)) return `${place} has no ${type}`;
    if (!type.endsWith('json')) return null;
    return this.differs(`${response.place}/content/${escape(type)}/schema`, body);
  }

  /** What no call is, is a problem of the client's. */
  private unknownRoute({ status, contentType, body, method }: Exchange): string | null {
    if (status < 400 || status >= 500) return `what is no call was answered ${String(status)}`;
    if (contentType?.startsWith(PROBLEM) !== true) return 'a refusal that is no problem document';
    if (method.toUpperCase() === 'HEAD') return null;
    const place = `#/components/schemas/Problem${String(status)}`;
    return this.resolve(place) === null ? `no problem has the status ${String(status)}` : this.differs(place, body);
  }

  private differs(place: string, body: string): string | null {
    let value: unknown;
    try {
      value = JSON.parse(body);
    } catch {
      return `${place}: no JSON`;
    }
    const known = this.checks.get(place);
    const check = known ?? this.ajv.compile({ $ref: `${DOCUMENT}${encodeURI(place)}` });
    this.checks.set(place, check);
    if (check(value)) return null;
    // Places and rules only: a value may be somebody's.
    const { errors = [] } = check as { errors?: readonly { instancePath: string; keyword: string; params: Json }[] };
    const told = (errors ?? []).map(
      ({ instancePath, keyword, params }) => `${instancePath} ${keyword} ${JSON.stringify(params)}`,
    );
    return `${place}: ${told.slice(0, 6).join('; ')}`;
  }

  /** What stands at a place of the document, references followed. */
  private resolve(place: string): { readonly place: string; readonly value: Json } | null {
    let value: unknown = this.document;
    for (const step of place.slice(2).split('/')) {
      value = (value as Json)[step.replaceAll('~1', '/').replaceAll('~0', '~')];
      if (value === undefined) return null;
    }
    const { $ref } = value as { readonly $ref?: string };
    return $ref === undefined ? { place, value: value as Json } : this.resolve($ref);
  }
}

/** As the router reads it. */
const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

const escape = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');

const patternOf = (template: string): RegExp =>
  new RegExp(`^${template.replace(/[.\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`);
