-- Who said what of a provider at Meta, and when. The newest holds; what is empty is as the server's settings say.
create table set_up_changes (
    provider_id   text        not null references providers on delete cascade,
    version       int         not null check (version > 0),
    signup_config text        not null check (signup_config ~ '^[0-9]{0,32}$'),
    credit_line   text        not null check (credit_line in ('', 'yes', 'no')),
    solution      text        not null check (solution in ('', 'yes', 'no')),
    sharing       text        not null check (sharing in ('', 'offered', 'not-offered')),
    -- a key or a person; empty: whoever runs the server, on its machine
    changed_by    text        not null,
    changed_at    timestamptz not null default portway_now(),
    primary key (provider_id, version)
);
insert into set_up_changes (provider_id, version, signup_config, credit_line, solution, sharing, changed_by, changed_at)
    select provider_id, 1, signup_config, credit_line, solution, sharing, '', updated_at from set_ups;
drop table set_ups;
