-- What each provider is at Meta. What is empty is as the server's settings say.
create table set_ups (
    provider_id   text        primary key references providers on delete cascade,
    signup_config text        not null default '',
    credit_line   text        not null default '' check (credit_line in ('', 'yes', 'no')),
    solution      text        not null default '' check (solution in ('', 'yes', 'no')),
    sharing       text        not null default '' check (sharing in ('', 'offered', 'not-offered')),
    updated_at    timestamptz not null default now()
);
