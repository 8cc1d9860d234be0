create table flyway_city (name varchar(20) primary key);
