-- How much was done, by minute and by hour, kept with every change.

-- A row for every kind of thing that happened to a target within a bucket; kinds and widths are numbers of
-- core/domain/activity.h. Minutes live for a day, hours as long as the history.
CREATE TABLE activity (
    width INTEGER NOT NULL,
    bucket BIGINT NOT NULL, -- its start
    target_id BIGINT NOT NULL,
    kind INTEGER NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (width, bucket, target_id, kind)
);

-- What was before is not known, which is something else than nothing.
INSERT INTO total (name, value) VALUES ('activity_since', {now});

-- The oldest delivery that is tried again: those that arrive at once never pay for it.
CREATE INDEX delivery_tried ON delivery (created_at) WHERE state = 3;
