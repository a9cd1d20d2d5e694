package dev.touchstone.review.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.touchstone.review.Problems;
import dev.touchstone.review.Problems.Violation;

/** Reads indices and sizes from a request's query; all that is wrong with it is told at once. */
final class Asked {

    /** Of an answer to nobody: {@link #check} comes before. */
    private static final long NONE = 0;

    private final long entries;
    private final List<Violation> violations = new ArrayList<>();

    /** @param entries how many the ledger has */
    Asked(long entries) {
        this.entries = entries;
    }

    /** A size that the ledger has or had; where none is named, that of now. */
    long size(String name, Optional<String> value) {
        return value.isEmpty() ? entries : size(name, value, entries);
    }

    /** A size that must be named. */
    long size(String name, Optional<String> value, long largest) {
        long size = number(name, value);
        refuse(size > entries, name, "is beyond the ledger, which has " + entries + " entries");
        refuse(size <= entries && size > largest, name, "is beyond the size that it should have grown to");
        return size;
    }

    /** An index that must be named. */
    long index(String name, Optional<String> value, long size) {
        long index = number(name, value);
        refuse(index >= size, name, "is not in the tree of this size; the first entry has index 0");
        return index;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 with everything that was wrong */
    void check() {
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
    }

    private long number(String name, Optional<String> value) {
        // 18 digits fit into a long.
        boolean isNumber = value.isPresent() && value.get().matches("0|[1-9][0-9]{0,17}");
        refuse(!isNumber, name, "must be a whole number, 0 or more");
        return isNumber ? Long.parseLong(value.orElseThrow()) : NONE;
    }

    private void refuse(boolean condition, String name, String why) {
        boolean isRefused = violations.stream().anyMatch(violation -> violation.pointer().equals("/" + name));
        if (condition && !isRefused) {
            violations.add(new Violation("/" + name, why));
        }
    }
}
