package dev.touchstone.submission;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One fault of a document.
 *
 * @param pointer RFC 6901 JSON pointer to the member at fault; empty for the whole document
 * @param detail for people
 */
@RegisterForReflection
public record Violation(String pointer, String detail) {
}
