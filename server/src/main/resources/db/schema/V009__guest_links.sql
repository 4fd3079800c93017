-- Links by which somebody without an account answers the one thing a migration asks of them. The address holds the token, we keep its hash.

create table guest_links (
    id           text        primary key check (id ~ '^gl_[a-zA-Z0-9]{12}$'),
    provider_id  text        not null references providers,
    migration_id text        not null,
    token_hash   bytea       not null unique check (length(token_hash) = 32),
    -- what is asked: a kind of task, a check where it is about one, a number where it is about one
    task         text        not null,
    subject      text        not null,
    number       text        not null,
    -- the one action by which it can be answered
    action       text        not null,
    to_name      text        not null,
    reason       text        not null,
    made_by      text        not null,
    made_at      timestamptz not null default portway_now(),
    expires_at   timestamptz not null,
    revoked_by   text,
    revoked_at   timestamptz,
    -- by a person who saw the page: what a messenger fetches for its preview does not count
    opened_at    timestamptz,
    answered_at  timestamptz,
    -- the language of the page it was answered or refused on
    answered_in  text,
    -- whoever held it said no; it is over, and the migration stands where it stood
    refused_at    timestamptz,
    refused_why   text check (refused_why in ('NO', 'NOT_ME')),
    refused_words text,
    uses         int         not null default 0,
    most_uses    int         not null,
    check ((refused_at is null) = (refused_why is null) and (refused_at is null) = (refused_words is null)),
    foreign key (migration_id, provider_id) references migrations (id, provider_id) on delete cascade
);
create index guest_links_of_migration on guest_links (provider_id, migration_id, made_at);

-- Answers sent by a link and addresses at which no link is open, counted for a while.
create table guest_tries (
    id      bigint      generated always as identity primary key,
    subject text        not null,
    at      timestamptz not null default portway_now()
);
create index guest_tries_of_subject on guest_tries (subject, at);
create index guest_tries_at on guest_tries (at);
