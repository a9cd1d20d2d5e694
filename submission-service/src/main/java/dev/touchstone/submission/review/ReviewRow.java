package dev.touchstone.submission.review;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.touchstone.events.codec.EventJson;

/** A review's state in the database. */
@Entity
@Table(name = "review")
public class ReviewRow {

    @Id
    @Column(name = "submission_id")
    UUID submissionId;

    /** The state's word for clients, so that it can be asked for without reading the body. */
    String standing;

    String body;

    @Column(name = "updated_at")
    Instant updatedAt;

    static ReviewRow of(UUID submissionId, ReviewState state, Instant at) {
        ReviewRow row = new ReviewRow();
        row.submissionId = submissionId;
        row.write(state, at);
        return row;
    }

    public ReviewState read() {
        try {
            return EventJson.mapper().readValue(body, ReviewState.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("The review wrote this itself", corrupt);
        }
    }

    void write(ReviewState state, Instant at) {
        try {
            body = EventJson.mapper().writerFor(ReviewState.class).writeValueAsString(state);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A state is made of records that Jackson can write", impossible);
        }
        standing = State.of(state).key();
        updatedAt = at;
    }
}
