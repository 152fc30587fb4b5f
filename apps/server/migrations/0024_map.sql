-- the largest towns in a part of the map, however large that is
create index cities_population on cities (population desc);
