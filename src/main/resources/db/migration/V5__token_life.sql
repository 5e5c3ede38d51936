alter table access_token add column expires_at timestamptz;
alter table access_token add column last_used_at timestamptz;

-- who changed or tested what
create table audit_entry (
    id uuid primary key,
    workspace_id uuid not null references workspace (id) on delete cascade,
    at timestamptz not null,
    who text not null,
    method text not null,
    path text not null,
    status integer not null
);
create index audit_of_workspace on audit_entry (workspace_id, id);
