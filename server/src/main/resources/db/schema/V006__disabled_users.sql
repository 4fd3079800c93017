-- A person who left: what they did keeps their name, and they sign in no more.

alter table users add column disabled_at timestamptz;
