create table article (name varchar(40) primary key, price decimal(10, 2) not null, stock int not null);
create table taken (order_id varchar(36) primary key, article varchar(40) not null, quantity int not null);
