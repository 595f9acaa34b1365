// Written by `npm run docs` from docs/generated/openapi.json. Do not edit.

export interface paths {
  readonly '/v1/aid-requests': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Open an aid request
     * @description Only the kind and whom it is for are needed: a person, or the reference of a file on paper. Nothing that is left out changes whether it is taken or how it ends.
     *
     *     Needs the scope `aid-requests:write`.
     */
    readonly post: operations['openAidRequest'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/aid-requests/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read an aid request with its history
     * @description Needs the scope `aid-requests:write` or `aid-requests:decide`.
     */
    readonly get: operations['readAidRequest'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/aid-requests/{id}/transitions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Move an aid request to another status
     * @description `allowed` of the aid request says where it may go; `If-Match` names the version that the client has seen.
     *
     *     Needs the scope `aid-requests:write` or `aid-requests:decide`.
     */
    readonly post: operations['moveAidRequest'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a case and its members
     * @description Members whom the client may not see are not there, and are not counted.
     *
     *     Needs the scope `cases:read`.
     */
    readonly get: operations['readCase'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/cases/{id}/separations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Separate persons from the household of a case, at once
     * @description From then on nobody of the former household gets one byte of where they are. The new address is kept encrypted, and is in no answer.
     *
     *     Needs the scope `separations:write`.
     */
    readonly post: operations['separatePersons'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/persons/search': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Look for one person by identity
     * @description Answers one clear match, nobody, or that several agree and what would tell them apart: never a list. Tolerant of accents, case, hyphens and a typing slip. Nobody and a person whom the client may not see are one answer.
     *
     *     Needs the scope `persons:read`.
     */
    readonly post: operations['searchPerson'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/persons/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a person as the purpose allows
     * @description Each field is known, unknown (no record says it), withheld (the purpose may not see it) or not applicable: four different things. An id that was given out earlier answers too. Whoever is not for the client is answered like nobody.
     *
     *     Needs the scope `persons:read`.
     */
    readonly get: operations['readPerson'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/persons/{id}/aid-requests': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List a person’s aid requests and imported aids, the newest first
     * @description Needs the scope `aid-requests:write` or `aid-requests:decide`.
     */
    readonly get: operations['listAidsOfPerson'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/persons/{id}/case': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read the cases that a person is in
     * @description Needs the scope `cases:read`.
     */
    readonly get: operations['readCasesOfPerson'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/persons/{id}/engagement-contract': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read the engagement contract, filled in advance
     * @description Needs the scope `forms:read`.
     */
    readonly get: operations['readEngagementContract'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/persons/{id}/refusals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Honour a refusal of digital filing
     * @description What is held goes, what comes is withheld. Aid can still be asked for, by the reference of a file on paper.
     *
     *     Needs the scope `rights:write`.
     */
    readonly post: operations['refuseDigitalFiling'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/persons/{id}/refusals/withdrawals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Take a refusal of digital filing back
     * @description Needs the scope `rights:write`.
     */
    readonly post: operations['withdrawRefusal'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/persons/{id}/report': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read the report that a person has a right to
     * @description In the language of `Accept-Language`, English or French; as a page with `Accept: text/html`.
     *
     *     Needs the scope `rights:write`.
     */
    readonly get: operations['readOwnReport'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/persons/{id}/single-form': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read the single form of an aid, filled in advance
     * @description What is missing is to be asked for, and is never a reason to refuse; `required_by` names the text of law.
     *
     *     Needs the scope `forms:read`.
     */
    readonly get: operations['readSingleForm'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/statistics': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the tables of figures
     * @description Needs the scope `statistics:read`.
     */
    readonly get: operations['listStatistics'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/statistics/{table}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a table of figures, small ones hidden
     * @description No hidden number can be computed from the others, nor from earlier figures. As CSV with `Accept: text/csv`.
     *
     *     Needs the scope `statistics:read`.
     */
    readonly get: operations['readStatistics'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the webhooks of one’s own body
     * @description Needs the scope `webhooks:write`.
     */
    readonly get: operations['listWebhooks'];
    readonly put?: never;
    /**
     * Be told of changes of the aid requests of one’s own body
     * @description Needs the scope `webhooks:write`.
     */
    readonly post: operations['openWebhook'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a webhook
     * @description Needs the scope `webhooks:write`.
     */
    readonly get: operations['readWebhook'];
    readonly put?: never;
    readonly post?: never;
    /**
     * Delete a webhook
     * @description Needs the scope `webhooks:write`.
     */
    readonly delete: operations['removeWebhook'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}/deliveries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the deliveries of a webhook, the newest first
     * @description Needs the scope `webhooks:write`.
     */
    readonly get: operations['listWebhookDeliveries'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}/deliveries/{event}/retry': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Send a dead delivery again
     * @description Needs the scope `webhooks:write`.
     */
    readonly post: operations['retryWebhookDelivery'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}/replay': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Be told again of all events from one on
     * @description Needs the scope `webhooks:write`.
     */
    readonly post: operations['replayWebhook'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/v1/webhooks/{id}/secret': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Renew the secret of a webhook
     * @description Deliveries are signed with the old and the new secret for a day.
     *
     *     Needs the scope `webhooks:write`.
     */
    readonly post: operations['renewWebhookSecret'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    readonly AidHistory: {
      /** Format: uuid */
      readonly person_id: string;
      readonly aids: readonly components['schemas']['PastAid'][];
      /** @description Members that are null because the purpose may not see them */
      readonly withheld: readonly string[];
      readonly next: string | null;
    };
    readonly AidRequest: {
      /** Format: uuid */
      readonly id: string;
      /** Format: int64 */
      readonly version: number;
      /** @enum {string} */
      readonly status:
        | 'draft'
        | 'submitted'
        | 'in_review'
        | 'adjourned'
        | 'granted'
        | 'partly_granted'
        | 'refused'
        | 'appealed'
        | 'paid'
        | 'cancelled';
      /** @description Where this client may move it from here */
      readonly allowed: readonly (
        | 'draft'
        | 'submitted'
        | 'in_review'
        | 'adjourned'
        | 'granted'
        | 'partly_granted'
        | 'refused'
        | 'appealed'
        | 'paid'
        | 'cancelled'
      )[];
      readonly kind: string | null;
      readonly person_id: string | null;
      readonly paper_reference: string | null;
      readonly site: string | null;
      readonly requested_on: string | null;
      readonly requested_cents: number | null;
      readonly granted_cents: number | null;
      /** @description Of all payments together */
      readonly paid_cents: number | null;
      readonly paid_on: string | null;
      readonly reason: string | null;
      readonly waiting_for: readonly string[];
      readonly waiting_until: string | null;
      /** @description How whoever is refused can ask again, and until when */
      readonly appeal: {
        /** Format: date */
        readonly until: string;
        readonly way: {
          readonly en: string;
          readonly fr: string;
        };
        readonly text: {
          readonly en: string;
          readonly fr: string;
        };
      } | null;
      /** @description Members that are null because the purpose may not see them */
      readonly withheld: readonly string[];
      /** Format: date-time */
      readonly created_at: string;
      /** Format: date-time */
      readonly changed_at: string;
      readonly history: readonly {
        /** Format: int64 */
        readonly version: number;
        /** Format: date-time */
        readonly at: string;
        /** @enum {string} */
        readonly status:
          | 'draft'
          | 'submitted'
          | 'in_review'
          | 'adjourned'
          | 'granted'
          | 'partly_granted'
          | 'refused'
          | 'appealed'
          | 'paid'
          | 'cancelled';
        readonly amount_cents: number | null;
        readonly reason: string | null;
        readonly waiting_for: readonly string[];
        readonly waiting_until: string | null;
        readonly paid_on: string | null;
      }[];
    };
    readonly AidRequestMove: {
      /** @enum {string} */
      readonly to:
        | 'draft'
        | 'submitted'
        | 'in_review'
        | 'adjourned'
        | 'granted'
        | 'partly_granted'
        | 'refused'
        | 'appealed'
        | 'paid'
        | 'cancelled';
      /** @description Granted, or paid this time, in cents */
      readonly amount_cents?: number | null;
      /** @description Why it is refused, or granted in part: a code of config/aids.yml */
      readonly reason?: string | null;
      /** @description Papers that it waits for: codes of config/aids.yml */
      readonly waiting_for?: readonly string[] | null;
      /** @description Until when the papers are waited for, today or later; by `adjournment` of config/aids.yml where it is left out */
      readonly until?: string | null;
      readonly paid_on?: string | null;
    };
    readonly AidRequestOpening: {
      /** @description A code of the list aidNature */
      readonly kind: string;
      /** @description The person who asks: an id that /v1/persons/search gave */
      readonly person_id?: string | null;
      /** @description Reference of a file on paper, in place of a person who refuses digital filing; never a name */
      readonly paper_reference?: string | null;
      /** @description The site that carries the request */
      readonly site?: string | null;
      /** @description What is asked for, in cents */
      readonly amount_cents?: number | null;
      /** @description The day of the request; today where it is left out */
      readonly requested_on?: string | null;
    };
    readonly Case: {
      /** Format: uuid */
      readonly case_id: string;
      /**
       * @description Who holds the truth about the sites of this answer today
       * @enum {string}
       */
      readonly side: 'legacy' | 'unified';
      /** @description Night of the last import of the site; of several sites, the oldest */
      readonly as_of: string | null;
      readonly source: {
        readonly system: string;
        readonly site: string;
      };
      /**
       * Format: date
       * @description Night of the import that wrote it as it stands
       */
      readonly recorded_on: string;
      readonly fields: {
        readonly [key: string]: components['schemas']['CaseField'];
      };
      /** @description Those whom the client may see; nobody else is counted */
      readonly members: readonly components['schemas']['CaseMember'][];
    };
    readonly CaseField:
      | {
          /** @constant */
          readonly status: 'known';
          /** @enum {string} */
          readonly precision: 'full' | 'generalised' | 'pseudonym' | 'presence';
          readonly value: string | number | boolean | null;
        }
      | {
          /** @constant */
          readonly status: 'unknown';
        }
      | {
          /** @constant */
          readonly status: 'withheld';
        };
    readonly CaseMember: {
      /** Format: uuid */
      readonly person_id: string;
      readonly given_name: string | null;
      readonly birth_year: number | null;
      readonly head_of_household: boolean | null;
      /** @description Members that are null because the purpose may not see them */
      readonly withheld: readonly string[];
    };
    readonly CasesOfPerson: {
      /** Format: uuid */
      readonly person_id: string;
      /**
       * @description Who holds the truth about the sites of this answer today
       * @enum {string}
       */
      readonly side: 'legacy' | 'unified';
      /** @description Night of the last import of the site; of several sites, the oldest */
      readonly as_of: string | null;
      /** @description One for each application that has the person in a case */
      readonly cases: readonly components['schemas']['Case'][];
    };
    readonly DigitalFilingRefusal: {
      readonly incident?: string | null;
    } | null;
    readonly DigitalFilingRefused: {
      /** @constant */
      readonly outcome: 'refused';
      /**
       * Format: int64
       * @description Records of the person that are withheld from now on
       */
      readonly records: number;
      /** @description Rows that went, by kind */
      readonly erased: {
        readonly [key: string]: number;
      };
      /**
       * Format: int64
       * @description Accounting lines of paid aids, kept without identity
       */
      readonly accounting_lines: number;
    };
    readonly FilledForm: {
      /** Format: uuid */
      readonly person_id: string;
      /**
       * @description Who holds the truth about the sites of this answer today
       * @enum {string}
       */
      readonly side: 'legacy' | 'unified';
      /** @description Night of the last import of the site; of several sites, the oldest */
      readonly as_of: string | null;
      readonly purpose: string;
      /** @enum {string} */
      readonly form: 'single_form' | 'engagement_contract';
      readonly aid: string | null;
      readonly fields: readonly components['schemas']['FormField'][];
      /** @description What nobody has said yet: to be asked for, never a reason to refuse */
      readonly missing: readonly {
        readonly name: string;
        readonly required_by: {
          readonly en: string;
          readonly fr: string;
        } | null;
      }[];
      /** @description Of the fields that the purpose may see */
      readonly filled_share: number;
      readonly household_size: {
        /** @enum {string} */
        readonly status: 'known' | 'unknown' | 'withheld';
        /** @description Persons whom the client may see in the person’s largest case, this one included */
        readonly value: number | null;
      };
      readonly past_aids: {
        readonly aids: readonly components['schemas']['PastAid'][];
        /** @description Members that are null because the purpose may not see them */
        readonly withheld: readonly string[];
        /** @description Whether there are older ones */
        readonly more: boolean;
      };
    };
    readonly FormField: {
      readonly name: string;
      /** @enum {string} */
      readonly state: 'filled' | 'unknown' | 'withheld' | 'not_applicable';
      /** @description The text that requires it for this aid; null: it may stay empty */
      readonly required_by: {
        readonly en: string;
        readonly fr: string;
      } | null;
      /** @description What is known, with its source, date and precision */
      readonly known: components['schemas']['PersonField'];
    };
    readonly NewAddress: {
      readonly address_line?: string | null;
      readonly postcode?: string | null;
      readonly town?: string | null;
      /** @description The site that follows the person now */
      readonly site?: string | null;
      readonly unit?: string | null;
    };
    readonly NewWebhook: {
      /** Format: uuid */
      readonly id: string;
      readonly url: string;
      /** @description Empty: all */
      readonly event_types: readonly (
        | 'aid_request.draft'
        | 'aid_request.submitted'
        | 'aid_request.in_review'
        | 'aid_request.adjourned'
        | 'aid_request.granted'
        | 'aid_request.partly_granted'
        | 'aid_request.refused'
        | 'aid_request.appealed'
        | 'aid_request.paid'
        | 'aid_request.cancelled'
      )[];
      /** Format: date-time */
      readonly created_at: string;
      /** @description Since when nothing is sent: the receiver answered 410 */
      readonly disabled_at: string | null;
      /** @description whsec_…: shown this once */
      readonly secret: string;
    };
    readonly OwnReport: {
      /** @constant */
      readonly report: 'subject';
      /** @constant */
      readonly version: 1;
      /** @enum {string} */
      readonly lang: 'en' | 'fr';
      /** Format: date */
      readonly madeOn: string;
    } & {
      readonly [key: string]: unknown;
    };
    readonly PastAid: {
      /** @description `gateway`, or the application that an import brought it from */
      readonly origin: string;
      /** Format: uuid */
      readonly id: string;
      readonly site: string | null;
      /** @description Night of the import that wrote it; null for a request of the gateway */
      readonly as_of: string | null;
      readonly kind: string | null;
      /** @description Of a request of the gateway */
      readonly status:
        | (
            | 'draft'
            | 'submitted'
            | 'in_review'
            | 'adjourned'
            | 'granted'
            | 'partly_granted'
            | 'refused'
            | 'appealed'
            | 'paid'
            | 'cancelled'
          )
        | null;
      /** @description Of an imported aid: a code of the list aidOutcome */
      readonly outcome: string | null;
      readonly requested_on: string | null;
      readonly requested_cents: (number | string) | null;
      readonly decided_on: string | null;
      readonly granted_cents: (number | string) | null;
      readonly paid_cents: (number | string) | null;
      readonly paid_on: string | null;
    };
    readonly Person: {
      /**
       * Format: uuid
       * @description The id of today; an older one answers too
       */
      readonly person_id: string;
      /**
       * @description Who holds the truth about the sites of this answer today
       * @enum {string}
       */
      readonly side: 'legacy' | 'unified';
      /** @description Night of the last import of the site; of several sites, the oldest */
      readonly as_of: string | null;
      readonly purpose: string;
      /** @enum {string} */
      readonly state: 'present' | 'restricted' | 'archived' | 'archived-restricted';
      /** @description The records that the person is made of */
      readonly sources: readonly components['schemas']['ValueSource'][];
      readonly fields: {
        readonly [key: string]: components['schemas']['PersonField'];
      };
    };
    readonly PersonField:
      | {
          /** @constant */
          readonly status: 'known';
          /** @enum {string} */
          readonly precision: 'full' | 'generalised' | 'pseudonym' | 'presence';
          /** @description Null where the purpose may only know that there is one (precision presence) */
          readonly value: string | number | boolean | null;
          /**
           * @description Of a date: how much of it is known
           * @enum {string}
           */
          readonly date_precision?: 'day' | 'month' | 'year';
          /** @description Of a date: false where the source holds two digits of the year */
          readonly century_known?: boolean;
          readonly source: components['schemas']['ValueSource'];
          /**
           * Format: date
           * @description Night of the import that wrote it, or the day on which the person had it rectified
           */
          readonly as_of: string;
          readonly rectified: boolean;
          /** @description What other records say instead */
          readonly conflicts: readonly {
            /** @description Null where the purpose may only know that there is one (precision presence) */
            readonly value: string | number | boolean | null;
            /**
             * @description Of a date: how much of it is known
             * @enum {string}
             */
            readonly date_precision?: 'day' | 'month' | 'year';
            /** @description Of a date: false where the source holds two digits of the year */
            readonly century_known?: boolean;
            readonly source: components['schemas']['ValueSource'];
            /**
             * Format: date
             * @description Night of the import that wrote it, or the day on which the person had it rectified
             */
            readonly as_of: string;
            readonly rectified: boolean;
          }[];
        }
      | {
          /** @constant */
          readonly status: 'unknown';
        }
      | {
          /** @constant */
          readonly status: 'withheld';
        }
      | {
          /** @constant */
          readonly status: 'not_applicable';
        };
    readonly PersonSearch: {
      /** @description The birth name, or the name in use */
      readonly name: string;
      /** @description The given name, or all of them */
      readonly given_name: string;
      /**
       * Format: date
       * @description The whole birth date
       */
      readonly birth_date: string;
      readonly sex?: ('man' | 'woman') | null;
      readonly postcode?: string | null;
      readonly site?: string | null;
    };
    readonly PersonSearchResult:
      | {
          /** @constant */
          readonly result: 'match';
          /** Format: uuid */
          readonly person_id: string;
        }
      | {
          /** @constant */
          readonly result: 'none';
        }
      | {
          /** @constant */
          readonly result: 'several';
          /** @description What would tell them apart; empty where nothing would */
          readonly ask_for: readonly ('sex' | 'postcode' | 'site')[];
        };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem400: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 400;
      /** @enum {string} */
      readonly code: 'idempotency.key-missing' | 'request.malformed';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem401: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 401;
      /** @enum {string} */
      readonly code: 'access.certificate' | 'access.proof' | 'access.token-missing' | 'access.token-unknown';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem403: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 403;
      /** @enum {string} */
      readonly code:
        | 'access.network'
        | 'access.purpose'
        | 'access.purpose-missing'
        | 'access.recipient'
        | 'access.recipient-missing'
        | 'access.scope'
        | 'aid-request.scope'
        | 'aid-request.site'
        | 'statistics.forbidden';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem404: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 404;
      /** @enum {string} */
      readonly code:
        | 'aid-request.unknown'
        | 'case.unknown-here'
        | 'person.unknown-here'
        | 'route.unknown'
        | 'statistics.not-drawn'
        | 'statistics.site-unknown'
        | 'statistics.table'
        | 'webhook.unknown';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem408: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 408;
      /** @enum {string} */
      readonly code: 'request.timeout';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem409: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 409;
      /** @enum {string} */
      readonly code:
        | 'aid-request.move'
        | 'idempotency.in-flight'
        | 'statistics.too-small'
        | 'statistics.unfit'
        | 'subject-report.changed'
        | 'webhook.disabled'
        | 'webhook.not-dead'
        | 'webhook.rotated-often'
        | 'webhook.too-many';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem412: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 412;
      /** @enum {string} */
      readonly code: 'version.stale';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem413: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 413;
      /** @enum {string} */
      readonly code: 'request.too-large';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem414: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 414;
      /** @enum {string} */
      readonly code: 'request.too-large';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem415: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 415;
      /** @enum {string} */
      readonly code: 'request.media-type';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem422: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 422;
      /** @enum {string} */
      readonly code:
        | 'aid-request.amount'
        | 'aid-request.detail-missing'
        | 'aid-request.detail-unused'
        | 'aid-request.person'
        | 'aid-request.until'
        | 'aid-request.whom'
        | 'aid-request.word'
        | 'form.kind'
        | 'idempotency.other-request'
        | 'request.invalid'
        | 'statistics.month'
        | 'statistics.month-open'
        | 'statistics.not-by-site'
        | 'webhook.event-type'
        | 'webhook.place-unknown'
        | 'webhook.url'
        | 'webhook.url-address'
        | 'webhook.url-credentials'
        | 'webhook.url-port'
        | 'webhook.url-scheme';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem428: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 428;
      /** @enum {string} */
      readonly code: 'version.missing';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem429: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 429;
      /** @enum {string} */
      readonly code: 'access.too-many' | 'access.too-many-persons';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem431: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 431;
      /** @enum {string} */
      readonly code: 'request.too-large';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem500: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 500;
      /** @enum {string} */
      readonly code: 'gateway.fault';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    /** @description A problem document of RFC 9457; `passerelle explain` tells each code */
    readonly Problem503: {
      /** @constant */
      readonly type: 'about:blank';
      readonly title: string;
      /** @constant */
      readonly status: 503;
      /** @enum {string} */
      readonly code: 'access.provider-away' | 'gateway.unavailable' | 'rights.busy' | 'rights.linking';
      readonly detail: string;
      /** @description Places that do not fit, of `request.invalid` */
      readonly errors?: readonly {
        /** @description JSON pointer; * for a name that is not ours */
        readonly pointer: string;
        readonly code: string;
      }[];
    } & {
      readonly [key: string]: (string | number | null) | readonly string[];
    };
    readonly RefusalWithdrawn: {
      /** @constant */
      readonly outcome: 'withdrawn';
      /**
       * Format: int64
       * @description Records that the next full export brings again
       */
      readonly records: number;
    };
    readonly Separated: {
      /** Format: uuid */
      readonly separation_id: string;
      /** @description The persons who are protected */
      readonly separated: readonly string[];
      /**
       * Format: int64
       * @description How many places still tie them to the former household; passerelle subject residues names them
       */
      readonly residues: number;
    };
    readonly Separation: {
      /**
       * Format: uuid
       * @description Who is protected
       */
      readonly person_id: string;
      /** @description Children, or others, who leave along */
      readonly with?: readonly string[] | null;
      /** @description Reference under which the request is filed; it stays in the audit trail, so never a name */
      readonly incident: string;
      readonly new_address?: components['schemas']['NewAddress'] | null;
    };
    readonly StatisticsTable: {
      readonly table: string;
      readonly title: {
        readonly en: string;
        readonly fr: string;
      };
      /** @enum {string} */
      readonly population: 'persons' | 'aids';
      readonly site: string | null;
      /** @description The month in which the aids were asked for; null for persons */
      readonly period: string | null;
      /** Format: date-time */
      readonly as_of: string;
      /** @description Earlier figures told again: newer ones would reveal what these hide */
      readonly repeated: boolean;
      readonly dimensions: readonly {
        readonly name: string;
        readonly list: string | null;
        readonly categories: readonly string[];
      }[];
      readonly cells: readonly {
        /** @description Category of each dimension; one that is left out is the margin */
        readonly place: {
          readonly [key: string]: string;
        };
        /** @description Null where the number is hidden */
        readonly count: number | null;
      }[];
    };
    readonly StatisticsTables: {
      readonly tables: readonly {
        readonly table: string;
        readonly title: {
          readonly en: string;
          readonly fr: string;
        };
        /** @enum {string} */
        readonly population: 'persons' | 'aids';
        readonly dimensions: readonly string[];
        readonly by_site: boolean;
      }[];
    };
    readonly ValueSource: {
      readonly system: string;
      readonly site: string;
    };
    readonly Webhook: {
      /** Format: uuid */
      readonly id: string;
      readonly url: string;
      /** @description Empty: all */
      readonly event_types: readonly (
        | 'aid_request.draft'
        | 'aid_request.submitted'
        | 'aid_request.in_review'
        | 'aid_request.adjourned'
        | 'aid_request.granted'
        | 'aid_request.partly_granted'
        | 'aid_request.refused'
        | 'aid_request.appealed'
        | 'aid_request.paid'
        | 'aid_request.cancelled'
      )[];
      /** Format: date-time */
      readonly created_at: string;
      /** @description Since when nothing is sent: the receiver answered 410 */
      readonly disabled_at: string | null;
    };
    readonly WebhookDelivery: {
      /**
       * Format: uuid
       * @description Id of the event: the header webhook-id
       */
      readonly id: string;
      readonly cursor: string;
      /** @enum {string} */
      readonly type:
        | 'aid_request.draft'
        | 'aid_request.submitted'
        | 'aid_request.in_review'
        | 'aid_request.adjourned'
        | 'aid_request.granted'
        | 'aid_request.partly_granted'
        | 'aid_request.refused'
        | 'aid_request.appealed'
        | 'aid_request.paid'
        | 'aid_request.cancelled';
      /** Format: date-time */
      readonly at: string;
      /** Format: uuid */
      readonly aid_request_id: string;
      /** Format: int64 */
      readonly version: number;
      readonly status: string;
      /** @enum {string} */
      readonly state: 'pending' | 'delivered' | 'dead';
      /** Format: int64 */
      readonly attempts: number;
      readonly next_attempt_at: string | null;
      readonly last_attempt_at: string | null;
      readonly last_http_status: number | null;
      /** @description A code that `passerelle explain` knows */
      readonly last_problem: string | null;
    };
    readonly WebhookDeliveryList: {
      readonly deliveries: readonly components['schemas']['WebhookDelivery'][];
      readonly next: string | null;
    };
    readonly WebhookList: {
      readonly webhooks: readonly components['schemas']['Webhook'][];
    };
    readonly WebhookOpening: {
      /** @description Where changes are sent: https, a public address, no credentials */
      readonly url: string;
      /** @description Which changes; all where it is left out or empty */
      readonly event_types?:
        | readonly (
            | 'aid_request.draft'
            | 'aid_request.submitted'
            | 'aid_request.in_review'
            | 'aid_request.adjourned'
            | 'aid_request.granted'
            | 'aid_request.partly_granted'
            | 'aid_request.refused'
            | 'aid_request.appealed'
            | 'aid_request.paid'
            | 'aid_request.cancelled'
          )[]
        | null;
    };
    readonly WebhookReplay: {
      /** @description Id of an event (the header webhook-id), or a cursor of the deliveries; included */
      readonly from: string;
    };
    readonly WebhookReplayed: {
      /** Format: int64 */
      readonly events: number;
    };
  };
  responses: {
    /** @description Bad Request */
    readonly Problem400: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Bad Request",
         *       "status": 400,
         *       "code": "idempotency.key-missing",
         *       "detail": "The request has no usable Idempotency-Key."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem400'];
      };
    };
    /** @description Unauthorized */
    readonly Problem401: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly 'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Unauthorized",
         *       "status": 401,
         *       "code": "access.certificate",
         *       "detail": "The token holds, and the request does not come with the certificate to which it is bound."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem401'];
      };
    };
    /** @description Forbidden */
    readonly Problem403: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Forbidden",
         *       "status": 403,
         *       "code": "access.network",
         *       "detail": "The token does not hold from this address."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem403'];
      };
    };
    /** @description Not Found */
    readonly Problem404: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Not Found",
         *       "status": 404,
         *       "code": "aid-request.unknown",
         *       "detail": "There is no such aid request, or not for this client."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem404'];
      };
    };
    /** @description Request Timeout */
    readonly Problem408: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Request Timeout",
         *       "status": 408,
         *       "code": "request.timeout",
         *       "detail": "The request was not complete in time."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem408'];
      };
    };
    /** @description Conflict */
    readonly Problem409: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Conflict",
         *       "status": 409,
         *       "code": "aid-request.move",
         *       "detail": "An aid request does not go there from where it stands."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem409'];
      };
    };
    /** @description Precondition Failed */
    readonly Problem412: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Precondition Failed",
         *       "status": 412,
         *       "code": "version.stale",
         *       "detail": "Somebody has changed this in the meantime."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem412'];
      };
    };
    /** @description Payload Too Large */
    readonly Problem413: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Payload Too Large",
         *       "status": 413,
         *       "code": "request.too-large",
         *       "detail": "The request is larger than the gateway takes."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem413'];
      };
    };
    /** @description URI Too Long */
    readonly Problem414: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "URI Too Long",
         *       "status": 414,
         *       "code": "request.too-large",
         *       "detail": "The request is larger than the gateway takes."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem414'];
      };
    };
    /** @description Unsupported Media Type */
    readonly Problem415: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Unsupported Media Type",
         *       "status": 415,
         *       "code": "request.media-type",
         *       "detail": "The body of the request is of a kind that the gateway does not read."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem415'];
      };
    };
    /** @description Unprocessable Entity */
    readonly Problem422: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Unprocessable Entity",
         *       "status": 422,
         *       "code": "aid-request.amount",
         *       "detail": "The amount does not fit what was decided."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem422'];
      };
    };
    /** @description Precondition Required */
    readonly Problem428: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Precondition Required",
         *       "status": 428,
         *       "code": "version.missing",
         *       "detail": "The change does not say which version it changes."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem428'];
      };
    };
    /** @description Too Many Requests */
    readonly Problem429: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Too Many Requests",
         *       "status": 429,
         *       "code": "access.too-many",
         *       "detail": "This client asks too often."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem429'];
      };
    };
    /** @description Request Header Fields Too Large */
    readonly Problem431: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Request Header Fields Too Large",
         *       "status": 431,
         *       "code": "request.too-large",
         *       "detail": "The request is larger than the gateway takes."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem431'];
      };
    };
    /** @description Internal Server Error */
    readonly Problem500: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Internal Server Error",
         *       "status": 500,
         *       "code": "gateway.fault",
         *       "detail": "The gateway could not answer, by a fault of its own."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem500'];
      };
    };
    /** @description Service Unavailable */
    readonly Problem503: {
      headers: {
        readonly 'X-Request-Id': components['headers']['X-Request-Id'];
        readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
        readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
        readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
        readonly 'Retry-After': components['headers']['Retry-After'];
        readonly [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "Service Unavailable",
         *       "status": 503,
         *       "code": "access.provider-away",
         *       "detail": "The gateway cannot tell now whether the token holds."
         *     }
         */
        readonly 'application/problem+json': components['schemas']['Problem503'];
      };
    };
  };
  parameters: {
    /**
     * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
     * @example aid_instruction
     */
    readonly Purpose: string;
    /**
     * @description SIRET of the body that receives the answer: the one for which the token was made
     * @example 21750001600019
     */
    readonly Recipient: string;
    /**
     * @description Chosen by the client for each change. The same request under the same key within a day gets the same answer, and is done once.
     * @example 6c0e6f4c-5f5e-4f0e-9d5b-2f7f6e1c8a11
     */
    readonly IdempotencyKey: string;
    /**
     * @description The `ETag` of the version that the client has seen
     * @example "1"
     */
    readonly IfMatch: string;
    /**
     * @description The `ETag` of the answer that the client has: 304 where it still holds
     * @example "1"
     */
    readonly IfNoneMatch: string;
  };
  requestBodies: never;
  headers: {
    /** @description Id of the request, to be told when something went wrong */
    readonly 'X-Request-Id': string;
    /** @description Requests at once */
    readonly 'RateLimit-Limit': number;
    /** @description Requests that would be answered now */
    readonly 'RateLimit-Remaining': number;
    /** @description Seconds until all may be used again, or until the next one is answered */
    readonly 'RateLimit-Reset': number;
    /** @description Seconds to wait */
    readonly 'Retry-After': number;
    /** @description The scheme of authentication */
    readonly 'WWW-Authenticate': string;
    /** @description The version, for `If-Match` */
    readonly ETag: string;
    /** @description Where it can be read */
    readonly Location: string;
    /** @description `true` where the answer is that of an earlier request under the same key */
    readonly 'Idempotency-Replayed': 'true';
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly openAidRequest: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description Chosen by the client for each change. The same request under the same key within a day gets the same answer, and is done once.
         * @example 6c0e6f4c-5f5e-4f0e-9d5b-2f7f6e1c8a11
         */
        readonly 'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "kind": "food",
         *       "person_id": "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10",
         *       "amount_cents": 12000
         *     }
         */
        readonly 'application/json': components['schemas']['AidRequestOpening'];
      };
    };
    readonly responses: {
      /** @description The aid request, a draft */
      readonly 201: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly ETag: components['headers']['ETag'];
          readonly Location: components['headers']['Location'];
          readonly 'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0d9b7c5a-3e1f-4a2b-8c6d-4e5f60718293",
           *       "version": 1,
           *       "status": "draft",
           *       "allowed": [
           *         "submitted",
           *         "cancelled"
           *       ],
           *       "kind": "food",
           *       "person_id": "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10",
           *       "paper_reference": null,
           *       "site": "ssdp-19",
           *       "requested_on": "2026-11-20",
           *       "requested_cents": 12000,
           *       "granted_cents": null,
           *       "paid_cents": null,
           *       "paid_on": null,
           *       "reason": null,
           *       "waiting_for": [],
           *       "waiting_until": null,
           *       "appeal": null,
           *       "withheld": [],
           *       "created_at": "2026-11-20T09:00:00.000Z",
           *       "changed_at": "2026-11-20T09:00:00.000Z",
           *       "history": [
           *         {
           *           "version": 1,
           *           "at": "2026-11-20T09:00:00.000Z",
           *           "status": "draft",
           *           "amount_cents": 12000,
           *           "reason": null,
           *           "waiting_for": [],
           *           "waiting_until": null,
           *           "paid_on": null
           *         }
           *       ]
           *     }
           */
          readonly 'application/json': components['schemas']['AidRequest'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly readAidRequest: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The aid request */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0d9b7c5a-3e1f-4a2b-8c6d-4e5f60718293",
           *       "version": 1,
           *       "status": "draft",
           *       "allowed": [
           *         "submitted",
           *         "cancelled"
           *       ],
           *       "kind": "food",
           *       "person_id": "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10",
           *       "paper_reference": null,
           *       "site": "ssdp-19",
           *       "requested_on": "2026-11-20",
           *       "requested_cents": 12000,
           *       "granted_cents": null,
           *       "paid_cents": null,
           *       "paid_on": null,
           *       "reason": null,
           *       "waiting_for": [],
           *       "waiting_until": null,
           *       "appeal": null,
           *       "withheld": [],
           *       "created_at": "2026-11-20T09:00:00.000Z",
           *       "changed_at": "2026-11-20T09:00:00.000Z",
           *       "history": [
           *         {
           *           "version": 1,
           *           "at": "2026-11-20T09:00:00.000Z",
           *           "status": "draft",
           *           "amount_cents": 12000,
           *           "reason": null,
           *           "waiting_for": [],
           *           "waiting_until": null,
           *           "paid_on": null
           *         }
           *       ]
           *     }
           */
          readonly 'application/json': components['schemas']['AidRequest'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly moveAidRequest: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description Chosen by the client for each change. The same request under the same key within a day gets the same answer, and is done once.
         * @example 6c0e6f4c-5f5e-4f0e-9d5b-2f7f6e1c8a11
         */
        readonly 'Idempotency-Key': components['parameters']['IdempotencyKey'];
        /**
         * @description The `ETag` of the version that the client has seen
         * @example "1"
         */
        readonly 'If-Match': components['parameters']['IfMatch'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "to": "submitted"
         *     }
         */
        readonly 'application/json': components['schemas']['AidRequestMove'];
      };
    };
    readonly responses: {
      /** @description The aid request as it is now */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly ETag: components['headers']['ETag'];
          readonly 'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0d9b7c5a-3e1f-4a2b-8c6d-4e5f60718293",
           *       "version": 2,
           *       "status": "submitted",
           *       "allowed": [
           *         "in_review",
           *         "cancelled"
           *       ],
           *       "kind": "food",
           *       "person_id": "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10",
           *       "paper_reference": null,
           *       "site": "ssdp-19",
           *       "requested_on": "2026-11-20",
           *       "requested_cents": 12000,
           *       "granted_cents": null,
           *       "paid_cents": null,
           *       "paid_on": null,
           *       "reason": null,
           *       "waiting_for": [],
           *       "waiting_until": null,
           *       "appeal": null,
           *       "withheld": [],
           *       "created_at": "2026-11-20T09:00:00.000Z",
           *       "changed_at": "2026-11-20T09:00:00.000Z",
           *       "history": [
           *         {
           *           "version": 1,
           *           "at": "2026-11-20T09:00:00.000Z",
           *           "status": "draft",
           *           "amount_cents": 12000,
           *           "reason": null,
           *           "waiting_for": [],
           *           "waiting_until": null,
           *           "paid_on": null
           *         },
           *         {
           *           "version": 2,
           *           "at": "2026-11-20T09:00:00.000Z",
           *           "status": "submitted",
           *           "amount_cents": null,
           *           "reason": null,
           *           "waiting_for": [],
           *           "waiting_until": null,
           *           "paid_on": null
           *         }
           *       ]
           *     }
           */
          readonly 'application/json': components['schemas']['AidRequest'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 412: components['responses']['Problem412'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 428: components['responses']['Problem428'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly readCase: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description The `ETag` of the answer that the client has: 304 where it still holds
         * @example "1"
         */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The case */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "case_id": "a3c5e7f9-1b2d-5c4e-8f60-718293a4b5c6",
           *       "side": "legacy",
           *       "as_of": "2026-11-20",
           *       "source": {
           *         "system": "coordin",
           *         "site": "ssdp-19"
           *       },
           *       "recorded_on": "2026-11-20",
           *       "fields": {
           *         "town": {
           *           "status": "known",
           *           "precision": "full",
           *           "value": "Paris"
           *         }
           *       },
           *       "members": [
           *         {
           *           "person_id": "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10",
           *           "given_name": "Camille",
           *           "birth_year": 1984,
           *           "head_of_household": true,
           *           "withheld": []
           *         }
           *       ]
           *     }
           */
          readonly 'application/json': components['schemas']['Case'];
        };
      };
      /** @description What the client has still holds */
      readonly 304: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly separatePersons: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description Chosen by the client for each change. The same request under the same key within a day gets the same answer, and is done once.
         * @example 6c0e6f4c-5f5e-4f0e-9d5b-2f7f6e1c8a11
         */
        readonly 'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "person_id": "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10",
         *       "incident": "SEP-2026-004"
         *     }
         */
        readonly 'application/json': components['schemas']['Separation'];
      };
    };
    readonly responses: {
      /** @description They are separated */
      readonly 201: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly 'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "separation_id": "0d9b7c5a-3e1f-4a2b-8c6d-4e5f60718293",
           *       "separated": [
           *         "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10"
           *       ],
           *       "residues": 0
           *     }
           */
          readonly 'application/json': components['schemas']['Separated'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly searchPerson: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "name": "Exemple",
         *       "given_name": "Camille",
         *       "birth_date": "1984-02-29"
         *     }
         */
        readonly 'application/json': components['schemas']['PersonSearch'];
      };
    };
    readonly responses: {
      /** @description What was found */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "result": "match",
           *       "person_id": "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10"
           *     }
           */
          readonly 'application/json': components['schemas']['PersonSearchResult'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 413: components['responses']['Problem413'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly readPerson: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description The `ETag` of the answer that the client has: 304 where it still holds
         * @example "1"
         */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The person */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "person_id": "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10",
           *       "side": "legacy",
           *       "as_of": "2026-11-20",
           *       "purpose": "aid_instruction",
           *       "state": "present",
           *       "sources": [
           *         {
           *           "system": "coordin",
           *           "site": "ssdp-19"
           *         }
           *       ],
           *       "fields": {
           *         "birth_name": {
           *           "status": "known",
           *           "precision": "full",
           *           "value": "Exemple",
           *           "source": {
           *             "system": "coordin",
           *             "site": "ssdp-19"
           *           },
           *           "as_of": "2026-11-20",
           *           "rectified": false,
           *           "conflicts": []
           *         },
           *         "usage_name": {
           *           "status": "unknown"
           *         },
           *         "marital_status": {
           *           "status": "withheld"
           *         }
           *       }
           *     }
           */
          readonly 'application/json': components['schemas']['Person'];
        };
      };
      /** @description What the client has still holds */
      readonly 304: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly listAidsOfPerson: {
    readonly parameters: {
      readonly query?: {
        readonly limit?: number;
        /** @description `next` of the page before */
        readonly cursor?: string;
      };
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "person_id": "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10",
           *       "aids": [],
           *       "withheld": [],
           *       "next": null
           *     }
           */
          readonly 'application/json': components['schemas']['AidHistory'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly readCasesOfPerson: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description The `ETag` of the answer that the client has: 304 where it still holds
         * @example "1"
         */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The cases */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "person_id": "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10",
           *       "side": "legacy",
           *       "as_of": "2026-11-20",
           *       "cases": [
           *         {
           *           "case_id": "a3c5e7f9-1b2d-5c4e-8f60-718293a4b5c6",
           *           "side": "legacy",
           *           "as_of": "2026-11-20",
           *           "source": {
           *             "system": "coordin",
           *             "site": "ssdp-19"
           *           },
           *           "recorded_on": "2026-11-20",
           *           "fields": {
           *             "town": {
           *               "status": "known",
           *               "precision": "full",
           *               "value": "Paris"
           *             }
           *           },
           *           "members": [
           *             {
           *               "person_id": "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10",
           *               "given_name": "Camille",
           *               "birth_year": 1984,
           *               "head_of_household": true,
           *               "withheld": []
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          readonly 'application/json': components['schemas']['CasesOfPerson'];
        };
      };
      /** @description What the client has still holds */
      readonly 304: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly readEngagementContract: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description The `ETag` of the answer that the client has: 304 where it still holds
         * @example "1"
         */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The form */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "person_id": "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10",
           *       "side": "legacy",
           *       "as_of": "2026-11-20",
           *       "purpose": "aid_instruction",
           *       "form": "engagement_contract",
           *       "aid": null,
           *       "fields": [
           *         {
           *           "name": "birth_name",
           *           "state": "filled",
           *           "required_by": null,
           *           "known": {
           *             "status": "known",
           *             "precision": "full",
           *             "value": "Exemple",
           *             "source": {
           *               "system": "coordin",
           *               "site": "ssdp-19"
           *             },
           *             "as_of": "2026-11-20",
           *             "rectified": false,
           *             "conflicts": []
           *           }
           *         }
           *       ],
           *       "missing": [
           *         {
           *           "name": "usage_name",
           *           "required_by": null
           *         }
           *       ],
           *       "filled_share": 0.5,
           *       "household_size": {
           *         "status": "known",
           *         "value": 3
           *       },
           *       "past_aids": {
           *         "aids": [],
           *         "withheld": [],
           *         "more": false
           *       }
           *     }
           */
          readonly 'application/json': components['schemas']['FilledForm'];
        };
      };
      /** @description What the client has still holds */
      readonly 304: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly refuseDigitalFiling: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description Chosen by the client for each change. The same request under the same key within a day gets the same answer, and is done once.
         * @example 6c0e6f4c-5f5e-4f0e-9d5b-2f7f6e1c8a11
         */
        readonly 'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: {
      readonly content: {
        /**
         * @example {
         *       "incident": "REF-2026-012"
         *     }
         */
        readonly 'application/json': components['schemas']['DigitalFilingRefusal'];
      };
    };
    readonly responses: {
      /** @description The refusal holds */
      readonly 201: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly 'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "outcome": "refused",
           *       "records": 2,
           *       "erased": {},
           *       "accounting_lines": 0
           *     }
           */
          readonly 'application/json': components['schemas']['DigitalFilingRefused'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly withdrawRefusal: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description Chosen by the client for each change. The same request under the same key within a day gets the same answer, and is done once.
         * @example 6c0e6f4c-5f5e-4f0e-9d5b-2f7f6e1c8a11
         */
        readonly 'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: {
      readonly content: {
        readonly 'application/json': components['schemas']['DigitalFilingRefusal'];
      };
    };
    readonly responses: {
      /** @description The refusal is gone */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly 'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "outcome": "withdrawn",
           *       "records": 2
           *     }
           */
          readonly 'application/json': components['schemas']['RefusalWithdrawn'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly readOwnReport: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The report */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "report": "subject",
           *       "version": 1,
           *       "lang": "en",
           *       "madeOn": "2026-11-20"
           *     }
           */
          readonly 'application/json': components['schemas']['OwnReport'];
          readonly 'text/html': string;
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly readSingleForm: {
    readonly parameters: {
      readonly query: {
        /** @description A kind of aid of config/aids.yml */
        readonly aid: string;
      };
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description The `ETag` of the answer that the client has: 304 where it still holds
         * @example "1"
         */
        readonly 'If-None-Match'?: components['parameters']['IfNoneMatch'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The form */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "person_id": "6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10",
           *       "side": "legacy",
           *       "as_of": "2026-11-20",
           *       "purpose": "aid_instruction",
           *       "form": "single_form",
           *       "aid": "food",
           *       "fields": [
           *         {
           *           "name": "birth_name",
           *           "state": "filled",
           *           "required_by": null,
           *           "known": {
           *             "status": "known",
           *             "precision": "full",
           *             "value": "Exemple",
           *             "source": {
           *               "system": "coordin",
           *               "site": "ssdp-19"
           *             },
           *             "as_of": "2026-11-20",
           *             "rectified": false,
           *             "conflicts": []
           *           }
           *         }
           *       ],
           *       "missing": [
           *         {
           *           "name": "usage_name",
           *           "required_by": null
           *         }
           *       ],
           *       "filled_share": 0.5,
           *       "household_size": {
           *         "status": "known",
           *         "value": 3
           *       },
           *       "past_aids": {
           *         "aids": [],
           *         "withheld": [],
           *         "more": false
           *       }
           *     }
           */
          readonly 'application/json': components['schemas']['FilledForm'];
        };
      };
      /** @description What the client has still holds */
      readonly 304: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly ETag: components['headers']['ETag'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly listStatistics: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The tables */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "tables": [
           *         {
           *           "table": "persons-housing",
           *           "title": {
           *             "en": "Persons by type of housing",
           *             "fr": "Personnes par type de logement"
           *           },
           *           "population": "persons",
           *           "dimensions": [
           *             "housing"
           *           ],
           *           "by_site": true
           *         }
           *       ]
           *     }
           */
          readonly 'application/json': components['schemas']['StatisticsTables'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 415: components['responses']['Problem415'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly readStatistics: {
    readonly parameters: {
      readonly query?: {
        /** @description Aids: when they were asked for; persons: when figures were drawn up */
        readonly month?: string;
        /** @description Figures of one site; all of the City without it */
        readonly site?: string;
      };
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
      };
      readonly path: {
        readonly table: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The table */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "table": "persons-housing",
           *       "title": {
           *         "en": "Persons by type of housing",
           *         "fr": "Personnes par type de logement"
           *       },
           *       "population": "persons",
           *       "site": null,
           *       "period": null,
           *       "as_of": "2026-11-20T03:00:00.000Z",
           *       "repeated": false,
           *       "dimensions": [
           *         {
           *           "name": "housing",
           *           "list": "housingType",
           *           "categories": [
           *             "tenant"
           *           ]
           *         }
           *       ],
           *       "cells": [
           *         {
           *           "place": {
           *             "housing": "tenant"
           *           },
           *           "count": 1204
           *         }
           *       ]
           *     }
           */
          readonly 'application/json': components['schemas']['StatisticsTable'];
          readonly 'text/csv': string;
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly listWebhooks: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The webhooks */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "webhooks": [
           *         {
           *           "id": "5b3a1f2e-7c6d-4e8f-9a0b-1c2d3e4f5a6b",
           *           "url": "https://aides.ville.example/passerelle",
           *           "event_types": [],
           *           "created_at": "2026-11-20T09:00:00.000Z",
           *           "disabled_at": null
           *         }
           *       ]
           *     }
           */
          readonly 'application/json': components['schemas']['WebhookList'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 415: components['responses']['Problem415'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly openWebhook: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description Chosen by the client for each change. The same request under the same key within a day gets the same answer, and is done once.
         * @example 6c0e6f4c-5f5e-4f0e-9d5b-2f7f6e1c8a11
         */
        readonly 'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "url": "https://aides.ville.example/passerelle"
         *     }
         */
        readonly 'application/json': components['schemas']['WebhookOpening'];
      };
    };
    readonly responses: {
      /** @description The webhook, with its secret this once */
      readonly 201: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly Location: components['headers']['Location'];
          readonly 'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "5b3a1f2e-7c6d-4e8f-9a0b-1c2d3e4f5a6b",
           *       "url": "https://aides.ville.example/passerelle",
           *       "event_types": [],
           *       "created_at": "2026-11-20T09:00:00.000Z",
           *       "disabled_at": null,
           *       "secret": "whsec_…"
           *     }
           */
          readonly 'application/json': components['schemas']['NewWebhook'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly readWebhook: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The webhook */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "5b3a1f2e-7c6d-4e8f-9a0b-1c2d3e4f5a6b",
           *       "url": "https://aides.ville.example/passerelle",
           *       "event_types": [],
           *       "created_at": "2026-11-20T09:00:00.000Z",
           *       "disabled_at": null
           *     }
           */
          readonly 'application/json': components['schemas']['Webhook'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly removeWebhook: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It is gone */
      readonly 204: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly listWebhookDeliveries: {
    readonly parameters: {
      readonly query?: {
        readonly state?: 'pending' | 'delivered' | 'dead';
        /** @description `next` of the page before */
        readonly before?: string;
        readonly limit?: number;
      };
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of deliveries */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "deliveries": [
           *         {
           *           "id": "9c8b7a69-5e4d-4c3b-8a19-0f1e2d3c4b5a",
           *           "cursor": "42",
           *           "type": "aid_request.submitted",
           *           "at": "2026-11-20T09:00:00.000Z",
           *           "aid_request_id": "0d9b7c5a-3e1f-4a2b-8c6d-4e5f60718293",
           *           "version": 2,
           *           "status": "submitted",
           *           "state": "delivered",
           *           "attempts": 1,
           *           "next_attempt_at": null,
           *           "last_attempt_at": "2026-11-20T09:00:00.000Z",
           *           "last_http_status": 204,
           *           "last_problem": null
           *         }
           *       ],
           *       "next": null
           *     }
           */
          readonly 'application/json': components['schemas']['WebhookDeliveryList'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly retryWebhookDelivery: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description Chosen by the client for each change. The same request under the same key within a day gets the same answer, and is done once.
         * @example 6c0e6f4c-5f5e-4f0e-9d5b-2f7f6e1c8a11
         */
        readonly 'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      readonly path: {
        readonly id: string;
        readonly event: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description How many events are on their way */
      readonly 202: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly 'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "events": 1
           *     }
           */
          readonly 'application/json': components['schemas']['WebhookReplayed'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly replayWebhook: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description Chosen by the client for each change. The same request under the same key within a day gets the same answer, and is done once.
         * @example 6c0e6f4c-5f5e-4f0e-9d5b-2f7f6e1c8a11
         */
        readonly 'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        /**
         * @example {
         *       "from": "42"
         *     }
         */
        readonly 'application/json': components['schemas']['WebhookReplay'];
      };
    };
    readonly responses: {
      /** @description How many events are on their way */
      readonly 202: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly 'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "events": 3
           *     }
           */
          readonly 'application/json': components['schemas']['WebhookReplayed'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
  readonly renewWebhookSecret: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /**
         * @description What the data are for: a purpose of config/policies/purposes.yml that the token grants. Nobody reads without one.
         * @example aid_instruction
         */
        readonly 'X-Purpose': components['parameters']['Purpose'];
        /**
         * @description SIRET of the body that receives the answer: the one for which the token was made
         * @example 21750001600019
         */
        readonly 'X-Recipient': components['parameters']['Recipient'];
        /**
         * @description Chosen by the client for each change. The same request under the same key within a day gets the same answer, and is done once.
         * @example 6c0e6f4c-5f5e-4f0e-9d5b-2f7f6e1c8a11
         */
        readonly 'Idempotency-Key': components['parameters']['IdempotencyKey'];
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The webhook, with its new secret this once */
      readonly 200: {
        headers: {
          readonly 'X-Request-Id': components['headers']['X-Request-Id'];
          readonly 'RateLimit-Limit': components['headers']['RateLimit-Limit'];
          readonly 'RateLimit-Remaining': components['headers']['RateLimit-Remaining'];
          readonly 'RateLimit-Reset': components['headers']['RateLimit-Reset'];
          readonly 'Idempotency-Replayed': components['headers']['Idempotency-Replayed'];
          readonly [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "5b3a1f2e-7c6d-4e8f-9a0b-1c2d3e4f5a6b",
           *       "url": "https://aides.ville.example/passerelle",
           *       "event_types": [],
           *       "created_at": "2026-11-20T09:00:00.000Z",
           *       "disabled_at": null,
           *       "secret": "whsec_…"
           *     }
           */
          readonly 'application/json': components['schemas']['NewWebhook'];
        };
      };
      readonly 400: components['responses']['Problem400'];
      readonly 401: components['responses']['Problem401'];
      readonly 403: components['responses']['Problem403'];
      readonly 404: components['responses']['Problem404'];
      readonly 408: components['responses']['Problem408'];
      readonly 409: components['responses']['Problem409'];
      readonly 413: components['responses']['Problem413'];
      readonly 414: components['responses']['Problem414'];
      readonly 415: components['responses']['Problem415'];
      readonly 422: components['responses']['Problem422'];
      readonly 429: components['responses']['Problem429'];
      readonly 431: components['responses']['Problem431'];
      readonly 500: components['responses']['Problem500'];
      readonly 503: components['responses']['Problem503'];
    };
  };
}
