package dev.touchstone.submission.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;

import dev.touchstone.events.codec.EventJson;

/** The form in which states are stored. What an earlier version wrote must stay readable. */
final class ReviewJson {

    private static final ObjectReader READER = EventJson.mapper().readerFor(ReviewState.class);
    private static final ObjectWriter WRITER = EventJson.mapper().writerFor(ReviewState.class);

    private ReviewJson() {
    }

    static ReviewState read(String json) {
        try {
            return READER.readValue(json);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("The review wrote this itself", corrupt);
        }
    }

    static String write(ReviewState state) {
        try {
            return WRITER.writeValueAsString(state);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A state is made of records that Jackson can write", impossible);
        }
    }
}
