-- What a person may do in the console; each scope includes the ones before it. Whoever was there before could do everything.
alter table users add column scope text not null default 'admin' check (scope in ('read', 'write', 'admin'));
-- Whoever comes from now on is given one.
alter table users alter column scope drop default;
