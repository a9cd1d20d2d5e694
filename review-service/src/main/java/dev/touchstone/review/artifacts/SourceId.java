package dev.touchstone.review.artifacts;

import java.io.Serializable;

import jakarta.persistence.Embeddable;

/** One place where one content can be had. */
@Embeddable
record SourceId(String digest, String url) implements Serializable {
}
