insert into article (name, price, stock) values ('tea', 4.20, 1000000), ('coffee', 7.50, 1000000);
