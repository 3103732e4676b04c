-- What Datasette is given, out of our database attached as «ours»: the events, and a row for each part of an
-- actor in one, with all that a page shows, so that a filter by actor and day is one look into one index.
CREATE TABLE events (id INTEGER PRIMARY KEY, day TEXT, type TEXT, status TEXT, headline_ar TEXT, headline_en TEXT,
  place TEXT, parties INTEGER, sentence TEXT);
INSERT INTO events SELECT e.id, e.earliest, e.type, e.status, e.headline_ar, e.headline_en, e.place_ar,
  (SELECT count(*) FROM ours.participants p WHERE p.event_id = e.id), t.text
  FROM ours.events e JOIN ours.tellings t ON t.public_id = e.public_id;
CREATE INDEX events_day ON events (day);
CREATE TABLE parts (id INTEGER PRIMARY KEY, actor TEXT, day TEXT, type TEXT, status TEXT, headline_ar TEXT,
  headline_en TEXT, place TEXT, event INTEGER REFERENCES events (id));
INSERT INTO parts (actor, day, type, status, headline_ar, headline_en, place, event)
  SELECT a.slug, e.day, e.type, e.status, e.headline_ar, e.headline_en, e.place, e.id
  FROM ours.participants p JOIN ours.actors a ON a.id = p.actor_id JOIN events e ON e.id = p.event_id;
CREATE INDEX parts_actor_day ON parts (actor, day);
CREATE VIRTUAL TABLE events_fts USING fts5 (headline_ar, headline_en, sentence, content=events, content_rowid=id);
INSERT INTO events_fts (events_fts) VALUES ('rebuild');
ANALYZE;
