package dev.touchstone.sandbox.suite;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is wrong with a suite, for whoever wrote it.
 *
 * @param line of the cases or of the CSV document, from 1; null where the fault is elsewhere in the request
 * @param pointer a JSON pointer into the line's object, or into the request; of CSV the column's name behind a slash
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Fault(@Nullable Integer line, String pointer, String detail) {

    String inWords() {
        return (line == null ? pointer : "line " + line + (pointer.isEmpty() ? "" : " " + pointer)) + " " + detail;
    }
}
