-- under which id of another installation something was imported, so that it is not imported twice
create table import_origin (
    workspace_id uuid not null references workspace (id) on delete cascade,
    kind text not null,
    origin_id text not null,
    -- no reference: what was imported may be deleted, and is then missing again
    taken_as uuid not null,
    primary key (workspace_id, kind, origin_id)
);
