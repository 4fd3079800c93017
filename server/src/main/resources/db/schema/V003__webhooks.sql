-- What Graph tells, and how often it may be asked.

-- What concerns us of webhooks, once their signature held. Written first, read by whichever node is free. Of what people write to each other there is the hash alone.
create table webhook_delivery (
    id           bigint      generated always as identity primary key,
    provider_id  text        not null references providers,
    app_id       text        not null,
    -- of the body: Graph repeats a delivery for days when it is not sure that we heard
    body_hash    bytea       not null check (length(body_hash) = 32),
    body         bytea       not null,
    received_at  timestamptz not null default now(),
    -- one that could not be passed on waits longer each time, and keeps no other waiting
    not_before   timestamptz not null default now(),
    tries        int         not null default 0,
    processed_at timestamptz,
    unique (app_id, body_hash)
);
create index webhook_delivery_waiting on webhook_delivery (id) where processed_at is null;

-- WABAs whose quota is used up: Graph is not asked about them before then. By app and WABA; a provider has one app.
create table graph_usage (
    provider_id   text        not null references providers,
    waba_id       text        not null,
    blocked_until timestamptz not null,
    primary key (provider_id, waba_id)
);
