-- By hand up to here: what must be there first.

-- By hand from here: what the schema language cannot say.
-- Every process hears of a row when it is committed, whoever wrote it.
CREATE FUNCTION announce_outbox_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('afterword_outbox', json_build_object('topic', NEW.topic, 'payload', NEW.payload)::text);
  RETURN NULL;
END
$$;

CREATE TRIGGER outbox_event_announce AFTER INSERT ON outbox_event
  FOR EACH ROW EXECUTE FUNCTION announce_outbox_event();
