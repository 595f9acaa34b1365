/** Invented throughout: ids, names and bodies of the examples are nobody's. */
export const PERSON_ID = '6f1d7c52-0a4e-5b8c-9d3f-2b7a1c9e4d10';
export const CASE_ID = 'a3c5e7f9-1b2d-5c4e-8f60-718293a4b5c6';
export const AID_REQUEST_ID = '0d9b7c5a-3e1f-4a2b-8c6d-4e5f60718293';
export const WEBHOOK_ID = '5b3a1f2e-7c6d-4e8f-9a0b-1c2d3e4f5a6b';
export const EVENT_ID = '9c8b7a69-5e4d-4c3b-8a19-0f1e2d3c4b5a';
export const SIRET = '21750001600019';
