-- The telephone line behind a number, whichever way it is written: Mexico's 1 after +52, Argentina's 9 after +54 and Brazil's ninth digit come and go.
-- PhoneNumber.line() is the same in Java, and a test holds the two together.
create function portway_line(number text) returns text language sql immutable parallel safe strict
    return case
        when number ~ '^\+521[1-9][0-9]{9}$' then '+52' || substr(number, 5)
        when number ~ '^\+549[1-9][0-9]{9}$' then '+54' || substr(number, 5)
        when number ~ '^\+55[1-9]{2}9[6-9][0-9]{7}$' then substr(number, 1, 5) || substr(number, 7)
        else number
    end;

-- One migration at a time for a provider's line.
drop index one_active_migration;
create unique index one_active_migration on migration_numbers (provider_id, portway_line(number)) where active;
create index migration_numbers_by_line on migration_numbers (provider_id, portway_line(number));
drop index migration_numbers_by_number;
-- Budgets are counted over all migrations of a line.
drop index attempts_by_number;
create index attempts_by_line on attempts (provider_id, portway_line(number), at) where effect and number <> '';
