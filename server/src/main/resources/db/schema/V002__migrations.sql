-- Migrations: what was asked, what is known, what was tried, what happened. Every row belongs to a provider.

-- The one clock of decisions: settling, budgets, windows. In a rehearsal it may run ahead. Tests replace it to move the time.
create function portway_now() returns timestamptz language sql volatile
    as 'select clock_timestamp() + coalesce(nullif(current_setting(''portway.ahead'', true), ''''), ''PT0S'')::interval';

create table migrations (
    id            text        primary key check (id ~ '^mig_[a-z0-9]{20}$'),
    provider_id   text        not null references providers,
    route         text        not null,
    route_version int         not null,
    -- what was asked for and does not change, as JSON
    asked         jsonb       not null,
    -- counts what was written down; facts and attempts are ordered by it
    moment        bigint      not null,
    -- raised by each run that takes the migration: a run that finds another number here no longer has it
    run           bigint      not null default 0,
    run_owner     text        not null default '',
    ending        text        check (ending in ('COMPLETED', 'WITHDRAWN', 'EXPIRED', 'FAILED')),
    -- computed from where it stands whenever it is written; searched, never set
    status        text        not null,
    waits_for     text,
    step          text        not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    -- what hangs on a migration has the same owner
    unique (id, provider_id)
    -- Written at each step: with room beside it a new version needs no new entry in any index.
) with (fillfactor = 50);
create index migrations_of_provider on migrations (provider_id, created_at desc, id desc);
create index migrations_by_status on migrations (provider_id, status, created_at desc);

create table migration_numbers (
    migration_id text    not null,
    provider_id  text    not null,
    number       text    not null check (number ~ '^\+[1-9][0-9]{7,14}$'),
    place        int     not null,
    active       boolean not null,
    primary key (migration_id, number),
    foreign key (migration_id, provider_id) references migrations (id, provider_id) on delete cascade
);
-- One migration at a time for a provider's number.
create unique index one_active_migration on migration_numbers (provider_id, number) where active;
create index migration_numbers_by_number on migration_numbers (provider_id, number);

create table facts (
    migration_id text        not null,
    provider_id  text        not null,
    name         text        not null,
    -- empty: about all numbers
    number       text        not null default '',
    value        jsonb,
    value_sealed bytea,
    as_of        bigint      not null,
    at           timestamptz not null,
    source_kind  text        not null,
    source_by    text        not null,
    primary key (migration_id, name, number),
    check ((value is null) <> (value_sealed is null)),
    foreign key (migration_id, provider_id) references migrations (id, provider_id) on delete cascade
);

create table attempts (
    id           bigint      generated always as identity primary key,
    migration_id text        not null,
    provider_id  text        not null,
    no           bigint      not null,
    step         text        not null,
    number       text        not null default '',
    act          text        not null,
    effect       boolean     not null,
    at           timestamptz not null,
    -- from then on the call can no longer arrive
    settles_at   timestamptz not null,
    outcome      text        check (outcome in ('done', 'refused', 'in-doubt', 'not-sent')),
    problem      text,
    pause_millis bigint,
    cause        text,
    ended_at     timestamptz,
    settled      text        not null default 'NOT_YET',
    looks_for    bigint      not null default 0,
    times        int         not null default 1,
    -- what was said to Graph and what came back, secrets left out
    exchange     jsonb,
    foreign key (migration_id, provider_id) references migrations (id, provider_id) on delete cascade
);
-- The others hold only some of them: without this one, whoever reads a migration reads everybody's attempts.
create index attempts_of_migration on attempts (migration_id);
create unique index effects_by_moment on attempts (migration_id, no) where effect;
create unique index looks_by_step on attempts (migration_id, act, step, number) where not effect;
-- What Graph said that no row of the catalogue fits: few, and looked for by themselves.
create index attempts_unrecognised on attempts (provider_id, id) where problem = 'unrecognised';
-- At most one call whose effect nobody knows.
create unique index one_open_effect on attempts (migration_id) where effect and settled = 'NOT_YET' and (outcome is null or outcome = 'in-doubt');
-- Budgets are counted over all migrations of a number.
create index attempts_by_number on attempts (provider_id, number, at) where effect and number <> '';

create table events (
    id           bigint      generated always as identity primary key,
    migration_id text        not null,
    provider_id  text        not null,
    no           bigint      not null,
    name         text        not null,
    step         text        not null,
    number       text        not null default '',
    data         jsonb       not null,
    by_kind      text        not null,
    by_who       text        not null,
    at           timestamptz not null,
    -- Ids are given before commit, so a reader that remembers the highest id skips late commits. Transactions older than the oldest running one are
    -- all visible: the feed reads those, in this order.
    tx           xid8        not null default pg_current_xact_id(),
    unique (migration_id, no),
    foreign key (migration_id, provider_id) references migrations (id, provider_id) on delete cascade
);
create index events_feed on events (provider_id, tx, id);

-- db-scheduler's table; a migration that has not ended has one row, with its id as the instance.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (priority desc nulls last, execution_time);
create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
