package dev.touchstone.sandbox;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A part of an answer that a detector points at.
 *
 * @param code which detector, as {@code declines} or {@code canary_base64}
 * @param start of the first character, from 0, in UTF-16 units
 * @param end after the last character
 */
@RegisterForReflection
public record Span(String code, int start, int end) {
}
