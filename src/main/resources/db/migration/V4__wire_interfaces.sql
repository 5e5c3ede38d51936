-- an event that a client sends again, by its message id, is kept once
delete from source_event late using source_event early
    where late.source_id = early.source_id and late.message_id = early.message_id and late.id > early.id;
create unique index source_event_message on source_event (source_id, message_id);

-- a JSON array of {key, value, description}
alter table source add column labels text not null default '[]';

-- a query of a warehouse source; every row that it gives is a record
create table reverse_etl_model (
    id uuid primary key,
    workspace_id uuid not null references workspace (id) on delete cascade,
    source_id uuid not null references source (id) on delete cascade,
    name text not null,
    description text not null,
    enabled boolean not null,
    query text not null,
    query_identifier_column text not null,
    created_at timestamptz not null
);
create index reverse_etl_model_of_workspace on reverse_etl_model (workspace_id, id);
create index reverse_etl_model_of_source on reverse_etl_model (source_id);

-- null where no model feeds the mapping
alter table mapping drop column model_id;
alter table mapping add column model_id uuid references reverse_etl_model (id) on delete set null;
create index mapping_of_model on mapping (model_id);
-- when a model's rows are synchronised, as a client gave it; nothing here runs it
alter table mapping add column schedule text;

create table destination_filter (
    id uuid primary key,
    destination_id uuid not null references destination (id) on delete cascade,
    title text not null,
    description text,
    enabled boolean not null,
    condition text not null,
    -- a JSON array
    actions text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index filter_of_destination on destination_filter (destination_id, id);
