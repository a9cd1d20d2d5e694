package dev.touchstone.sandbox.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import dev.touchstone.events.testing.FileSchema;

/** Holds the files of an attempt against the schemas that are published. */
public final class Schemas {

    private Schemas() {
    }

    public static void assertDescribe(List<Report> reports) {
        reports.forEach(report -> assertEquals(List.of(), FileSchema.faults(report.name(), report.text())));
    }
}
