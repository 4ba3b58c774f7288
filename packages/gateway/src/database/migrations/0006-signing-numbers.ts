/** Requests that a person can tell apart on their device, and a cancelled one that was confirmed all the same. */
export const signingNumbers = {
  id: '0006-signing-numbers',
  statements: [
    'alter table signing_requests add column number integer',
    `update signing_requests set number = counted.number
      from (select id, row_number() over (partition by dossier_code, act order by created_at, id) as number from signing_requests) as counted where counted.id = signing_requests.id`,
    'alter table signing_requests alter column number set not null',
    'create unique index signing_requests_number on signing_requests (dossier_code, act, number)',
    'alter table signing_requests add column confirmed_instead integer',
  ],
} as const
