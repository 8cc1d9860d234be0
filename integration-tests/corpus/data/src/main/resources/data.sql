insert into book (id, title, pages) values (1, 'Spring', 700);
insert into account (name, balance) values ('ada', 100);
insert into account (name, balance) values ('bob', 0);
