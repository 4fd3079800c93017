-- A person who left: what they did keeps their name, and they sign in no more.
alter table users add column disabled_at timestamptz;

-- Browsers in which somebody signed in; they guess out of a purse of their own. The cookie holds the token, we keep its hash.
create table known_devices (
    token_hash  bytea       primary key check (length(token_hash) = 32),
    provider_id text        not null references providers,
    user_id     bigint      not null references users on delete cascade,
    seen_at     timestamptz not null default now()
);
create index known_devices_of_user on known_devices (user_id);
