-- a JSON array of {name, type, example}; null where the query tells them
alter table reverse_etl_model add column row_columns text;
