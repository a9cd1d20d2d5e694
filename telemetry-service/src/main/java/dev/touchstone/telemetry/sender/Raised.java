package dev.touchstone.telemetry.sender;

import java.util.Iterator;

/** Stored lines with the steps that they have in the run. */
record Raised(Iterable<String> stored, long firstStep) implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        Iterator<String> lines = stored.iterator();
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public String next() {
                return Lines.raised(lines.next(), firstStep);
            }
        };
    }
}
