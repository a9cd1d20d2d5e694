package dev.touchstone.review.artifacts.rows;

import io.vertx.mutiny.sqlclient.Tuple;

/** Which file, and as what it is read. */
record FileKey(String digest, Reading reading) {

    Tuple tuple() {
        return Tuple.tuple().addString(digest).addString(reading.key());
    }
}
