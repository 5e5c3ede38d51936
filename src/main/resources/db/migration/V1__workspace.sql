create table workspace (
    id uuid primary key,
    slug text not null unique,
    name text not null,
    created_at timestamptz not null
);

create table access_token (
    id uuid primary key,
    workspace_id uuid not null references workspace (id) on delete cascade,
    name text not null,
    role text not null,
    -- SHA-256 of the token; the token itself is never stored
    hash bytea not null unique,
    -- known tokens of the demo workspace are worth nothing from another machine
    loopback_only boolean not null,
    created_at timestamptz not null,
    unique (workspace_id, name)
);

create table source (
    id uuid primary key,
    workspace_id uuid not null references workspace (id) on delete cascade,
    slug text not null,
    name text not null,
    metadata_id text not null,
    enabled boolean not null,
    settings text not null,
    created_at timestamptz not null,
    unique (workspace_id, slug)
);

create table write_key (
    write_key text primary key,
    source_id uuid not null references source (id) on delete cascade,
    created_at timestamptz not null
);
create index write_key_source on write_key (source_id);

-- the ring of recent events; ids are time-ordered, so the newest have the largest
create table source_event (
    id uuid primary key,
    source_id uuid not null references source (id) on delete cascade,
    received_at timestamptz not null,
    type text,
    name text,
    message_id text not null,
    timestamp text not null,
    -- the exact text that was received
    original text not null,
    -- members of the batch that apply to each of its events, as received
    batch_context text,
    batch_integrations text
);
create index source_event_ring on source_event (source_id, id);

create table destination (
    id uuid primary key,
    workspace_id uuid not null references workspace (id) on delete cascade,
    source_id uuid not null references source (id) on delete cascade,
    metadata_id text not null,
    name text,
    enabled boolean not null,
    settings text not null,
    -- sealed settings: name to sealed value
    secrets text not null,
    created_at timestamptz not null
);
create index destination_of_workspace on destination (workspace_id, id);
create index destination_of_source on destination (source_id);

create table mapping (
    id uuid primary key,
    destination_id uuid not null references destination (id) on delete cascade,
    name text not null,
    action_id text not null,
    enabled boolean not null,
    trigger_text text not null,
    settings text not null,
    model_id text not null,
    -- grows with every change, so that a compiled form can be kept per version
    version bigint not null,
    created_at timestamptz not null
);
create index mapping_of_destination on mapping (destination_id, id);

create table outcome (
    id uuid primary key,
    workspace_id uuid not null references workspace (id) on delete cascade,
    destination_id uuid not null,
    -- set when one mapping alone was tested
    mapping_id uuid,
    kind text not null,
    delivery text not null,
    status text not null,
    verdict text,
    started_at timestamptz not null,
    started_by text not null,
    -- the replica that runs the test
    instance text not null,
    -- the document without its event and its mappings, for lists
    head text not null,
    -- the exact document that the caller gets
    document text not null
);
create index outcome_history on outcome (workspace_id, id);
create index outcome_of_destination on outcome (workspace_id, destination_id, id);
create index outcome_running on outcome (instance) where status = 'RUNNING';

-- replicas that may have tests under way; one that stops beating is dead
create table instance (
    name text primary key,
    beat_at timestamptz not null
);
