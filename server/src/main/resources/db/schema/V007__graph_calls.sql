-- Our own count of calls that Graph counts per app and WABA, shared by all nodes. A minute is forgotten once it is outside the moving hour.
create table graph_calls (
    provider_id text        not null references providers,
    waba_id     text        not null,
    minute      timestamptz not null,
    calls       int         not null,
    primary key (provider_id, waba_id, minute)
);

-- What Graph's percentages have proved the quota to be at least; counts for an hour.
alter table graph_usage
    alter column blocked_until set default '-infinity',
    add column per_hour  int         not null default 200,
    add column proved_at timestamptz not null default '-infinity';
