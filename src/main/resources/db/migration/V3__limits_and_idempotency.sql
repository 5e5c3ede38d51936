-- what a workspace has used: one row each, so that one statement counts and judges
create table test_usage (
    workspace_id uuid primary key references workspace (id) on delete cascade,
    -- minutes since 1970 and the tests begun in that minute
    minute bigint not null,
    tests bigint not null,
    -- days since 1970, UTC, and the calls planned on that day
    day bigint not null,
    calls bigint not null
);

create table idempotency_key (
    workspace_id uuid not null references workspace (id) on delete cascade,
    key text not null,
    -- SHA-256 of the request that came with it first
    fingerprint text not null,
    -- the test that it began
    outcome_id uuid not null,
    created_at timestamptz not null,
    primary key (workspace_id, key)
);
create index idempotency_key_age on idempotency_key (created_at);
