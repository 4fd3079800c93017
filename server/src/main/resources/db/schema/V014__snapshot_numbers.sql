-- The numbers of the source account as they were before the move, and where each was seen after it.
create table snapshot_numbers (
    migration_id             text not null references migrations on delete cascade,
    provider_id              text not null references providers,
    -- Digits with the country's code, as Graph shows them.
    number                   text not null check (number ~ '^[1-9][0-9]{7,14}$'),
    -- As Graph wrote it; empty where it showed none.
    source_verification      text not null,
    -- Null until it was looked for after the move, and where it was not seen.
    verification             text,
    place                    text not null check (place in ('DESTINATION', 'SOURCE', 'NEITHER', 'UNKNOWN')),
    primary key (migration_id, number)
);
