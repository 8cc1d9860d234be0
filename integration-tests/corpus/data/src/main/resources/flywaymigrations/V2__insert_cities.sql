insert into flyway_city (name) values ('Bonn');
insert into flyway_city (name) values ('Yokohama');
