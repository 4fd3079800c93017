-- Answers to requests that may be sent twice.

create table idempotency (
    provider_id text        not null references providers,
    key         text        not null check (length(key) between 1 and 200),
    -- SHA-256 of the body: another body under the same key is refused
    body_hash   bytea       not null,
    claimed_at  timestamptz not null,
    -- empty while the first request is being answered, or was cut off
    answer      text,
    primary key (provider_id, key)
);
