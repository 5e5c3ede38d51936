-- which mappings an outcome tells of, as they were then: the Event Tester tests many at once
create table outcome_mapping (
    outcome_id uuid not null references outcome (id) on delete cascade,
    -- no reference: an outcome stays when its mapping goes
    mapping_id uuid not null,
    -- the mapping's version when it was tested
    version bigint,
    primary key (outcome_id, mapping_id)
);
create index outcome_of_mapping on outcome_mapping (mapping_id, outcome_id);

insert into outcome_mapping (outcome_id, mapping_id)
select id, mapping_id from outcome where mapping_id is not null;
alter table outcome drop column mapping_id;

-- what is old enough to be deleted
create index outcome_age on outcome (started_at) where status <> 'RUNNING';
