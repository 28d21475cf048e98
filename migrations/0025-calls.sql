-- Who is called to a region and has an account already is not told of it before they come: until then the region knows the name that it wrote itself.
alter table people.guest add column name text;
grant update (name) on people.guest to serasan_app;
-- A link that is taken up with the password there is.
alter table people.link add column accepts boolean not null default false;
