-- What the checks of migrations said over time. A row is written when a look sees something new, and says so until the next of its check and number.
create table findings_said (
    id           bigint      generated always as identity primary key,
    migration_id text        not null,
    provider_id  text        not null,
    check_name   text        not null,
    -- empty: about a WABA, or the whole migration
    number       text        not null default '',
    finding      jsonb       not null,
    at           timestamptz not null,
    foreign key (migration_id, provider_id) references migrations (id, provider_id) on delete cascade
);
create index findings_said_of_check on findings_said (migration_id, check_name, number, id);
