package dev.touchstone.sandbox.suite;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A versioned set of test cases whose content was checked against its digest. */
public record Suite(Id id, List<SuiteCase> cases) {

    /**
     * Which suite it is, so that two results can be compared.
     *
     * @param digest {@code sha256:} and the hash of the cases
     */
    @RegisterForReflection
    public record Id(String name, String version, String digest) {
    }

    public Suite {
        cases = List.copyOf(cases);
        Set<String> seen = new HashSet<>();
        for (SuiteCase each : cases) {
            if (!seen.add(each.id())) {
                throw new IllegalArgumentException("Two cases are called " + each.id());
            }
        }
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("A suite has cases");
        }
    }
}
