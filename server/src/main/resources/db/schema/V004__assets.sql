-- Templates as they were at the source, and what became of each at the destination.
create table snapshot_templates (
    migration_id       text not null references migrations on delete cascade,
    provider_id        text not null references providers,
    name               text not null,
    language           text not null,
    category           text not null,
    source_id          text not null,
    source_status      text not null,
    source_quality     text not null,
    -- A digest of what it says, so that an edit is seen.
    source_content     text not null,
    destination_id     text,
    destination_status text,
    fate               text not null check (fate in ('CARRIED', 'PENDING', 'FAILED', 'STAYED')),
    primary key (migration_id, name, language)
);
