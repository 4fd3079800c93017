-- Who may use Portway, and with which secrets. Every row belongs to a provider.
-- Columns that end in _sealed hold what only the key of this installation opens; `rotate-key` finds them by that name.

create table providers (
    id         text        primary key check (id ~ '^[a-z0-9-]{1,40}$'),
    name       text        not null,
    created_at timestamptz not null default now()
);

create table users (
    id                   bigint      generated always as identity primary key,
    provider_id          text        not null references providers,
    sign_in              text        not null unique check (sign_in = lower(sign_in)),
    password_hash        text        not null,
    -- the first password was printed or set by somebody else; nothing works until its owner changed it
    must_change_password boolean     not null,
    created_at           timestamptz not null default now()
);

create table api_keys (
    id           bigint      generated always as identity primary key,
    provider_id  text        not null references providers,
    name         text        not null,
    -- what is shown in lists, and found by; the rest of the key is known to its holder alone
    prefix       text        not null unique,
    key_hash     bytea       not null check (length(key_hash) = 32),
    scopes       text[]      not null check (cardinality(scopes) > 0),
    created_at   timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index api_keys_of_provider on api_keys (provider_id, id);

-- Sessions of the console: shared by all nodes and kept over a restart. The cookie holds the token, we keep its hash.
create table sessions (
    token_hash   bytea       primary key check (length(token_hash) = 32),
    provider_id  text        not null references providers,
    user_id      bigint      not null references users on delete cascade,
    created_at   timestamptz not null default now(),
    last_seen_at timestamptz not null default now()
);
create index sessions_of_user on sessions (user_id);

-- Failed sign-ins, counted by name and by address, whether or not the name exists. They belong to nobody yet.
create table sign_in_failures (
    id      bigint      generated always as identity primary key,
    subject text        not null,
    at      timestamptz not null default now()
);
create index sign_in_failures_of_subject on sign_in_failures (subject, id);

-- How a provider's app reaches Graph.
create table graph_apps (
    provider_id                 text        primary key references providers,
    app_id                      text        not null,
    api_version                 text        not null,
    base_url                    text        not null,
    business_id                 text,
    app_secret_sealed           bytea       not null,
    system_token_sealed         bytea       not null,
    webhook_verify_token_sealed bytea       not null,
    updated_at                  timestamptz not null default now()
);
-- The address of a webhook names the app, so that its secret is known before a word of the body is believed.
create unique index graph_apps_by_app on graph_apps (app_id);

-- What a client gave us to read its source WABA with. No row: no access.
create table source_accesses (
    provider_id       text        not null references providers,
    waba_id           text        not null,
    app_id            text,
    token_sealed      bytea       not null,
    app_secret_sealed bytea,
    updated_at        timestamptz not null default now(),
    primary key (provider_id, waba_id)
);

-- Something sealed with this installation's key, so that a node with another key is found out before it writes a row nobody else can read.
create table key_checks (
    provider_id  text  primary key,
    check_sealed bytea not null
);

-- Who looks after clients in the provider's name.
create table partners (
    provider_id  text    not null references providers,
    id           text    not null check (id ~ '^[a-z0-9-]{1,40}$'),
    name         text    not null,
    -- takes every client that comes; another wants to be asked each time
    approves_all boolean not null,
    primary key (provider_id, id)
);

-- Whose client each number is. No row: the provider's own.
create table partner_numbers (
    provider_id text        not null references providers,
    number      text        not null check (number ~ '^\+[1-9][0-9]{7,14}$'),
    partner_id  text        not null,
    since       timestamptz not null,
    primary key (provider_id, number),
    foreign key (provider_id, partner_id) references partners (provider_id, id)
);
